using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>Somebody new is given a first password on their page, comes in with it, and takes one of their own.</summary>
public sealed class PasswordTests
{
    private const string Floor = """
        {
          "people": [ { "name": "Ada Berg", "email": "ada@example.com", "role": "admin", "password": "a long enough password 7" } ],
          "lanes": [ { "key": "everyone", "name": "Everything", "when": {}, "method": "cherryPick", "fallback": "managers" } ]
        }
        """;

    [BrowserFact]
    public async Task Whoever_is_new_comes_in_with_the_first_password_and_takes_their_own()
    {
        const string Own = "my own few words here";
        await using var host = new ShopHost(Floor);
        host.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var ada = await ShopFixture.SignInAsync(browser, host.Url, "ada@example.com");
        await ada.GotoAsync("/people");
        await ada.Locator(".top .primary").ClickAsync();
        await ada.FillAsync("#add-name", "Nia Vale");
        await ada.FillAsync("#add-email", "nia@example.com");
        await ada.Keyboard.PressAsync("Enter");
        var door = ada.Locator(".person-door");
        await Expect(door).ToContainTextAsync("Nia Vale cannot sign in yet");
        await door.Locator(".btn").ClickAsync();
        await Expect(door.Locator("code")).ToBeVisibleAsync();
        var first = await door.Locator("code").InnerTextAsync();
        await ada.ReloadAsync();
        await Expect(door).ToContainTextAsync("Signs in as nia@example.com");
        await Expect(door.Locator("code")).ToHaveCountAsync(0);

        var nia = await browser.NewContextAsync(new() { BaseURL = host.Url, Locale = "en-GB" });
        var page = await nia.NewPageAsync();
        await SignInAsync(page, first);
        await page.Locator(ShopFixture.Live).WaitForAsync();
        await page.GotoAsync("/password");
        foreach (var (now, next, says) in new[] { ("wrong", Own, "not your password"), (first, "password1234", "common ones"), (first, Own, "Saved") })
        {
            await page.FillAsync("#password", now);
            await page.FillAsync("#next", next);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("main")).ToContainTextAsync(says);
        }

        await nia.ClearCookiesAsync();
        await SignInAsync(page, first);
        await Expect(page.Locator(".door .wrong")).ToBeVisibleAsync();
        await SignInAsync(page, Own);
        await page.Locator(ShopFixture.Live).WaitForAsync();
    }

    private static async Task SignInAsync(IPage page, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#email", "nia@example.com");
        await page.FillAsync("#password", password);
        await page.Keyboard.PressAsync("Enter");
    }
}
