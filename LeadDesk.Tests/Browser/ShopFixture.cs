using Microsoft.Playwright;
using Xunit;

namespace LeadDesk.Tests.Browser;

/// <summary>One shop and one Chromium for the flows through the screens.</summary>
public class ShopFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ShopFixture()
        : this(new ShopHost())
    {
    }

    protected ShopFixture(ShopHost shop) => Shop = shop;

    public ShopHost Shop { get; }

    public virtual async Task InitializeAsync()
    {
        Shop.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A page behind the door that has become live; the door itself has nothing to wait for and says that it is ready, too.</summary>
    internal const string Live = "[data-ready=yes]:not(.door)";

    /// <summary>A browser of its own, signed in as this person and already live.</summary>
    public Task<IPage> SignInAsync(string email, int width = 1440, int height = 900, string locale = "en-GB", bool touch = false) =>
        SignInAsync(browser!, Shop.Url, email, width, height, locale, touch);

    /// <summary>The same in any browser and over any address.</summary>
    internal static async Task<IPage> SignInAsync(IBrowser browser, string url, string email, int width = 1440, int height = 900, string locale = "en-GB", bool touch = false)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = url, Locale = locale, ViewportSize = new() { Width = width, Height = height }, HasTouch = touch, IsMobile = touch });
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", ShopHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(Live).WaitForAsync();
        return page;
    }

    /// <summary>Signed in as a rep who is ready for leads.</summary>
    internal static async Task<IPage> ReadyAsync(IBrowser browser, string url, string email)
    {
        var page = await SignInAsync(browser, url, email);
        var ready = page.Locator("[data-verb=presence][data-value=Available]");
        await ready.ClickAsync();
        await Assertions.Expect(ready).ToHaveAttributeAsync("aria-pressed", "true");
        return page;
    }

    public virtual async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Shop.DisposeAsync();
    }
}
