using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A passkey of Chromium's virtual authenticator: added, used to sign in, renamed, removed; and not offered where browsers refuse them.</summary>
public sealed class PasskeyTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [BrowserFact]
    public async Task A_person_adds_a_passkey_signs_in_with_it_and_takes_it_away_again()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        var page = await LocalAsync(kim);
        await SignInAsync(page, ShopHost.Password);
        await page.GotoAsync("/passkeys");
        await page.FillAsync("#name", "Kim's laptop");
        await page.FillAsync("#password", "not the password");
        await page.ClickAsync("form[data-passkey] .primary");
        await Expect(page.Locator("[data-passkey-wrong]")).ToBeVisibleAsync();
        await page.FillAsync("#password", ShopHost.Password);
        await page.ClickAsync("form[data-passkey] .primary");
        await Expect(page.Locator(".done")).ToBeVisibleAsync();
        await Expect(page.Locator(".rows li input[name=name]")).ToHaveValueAsync("Kim's laptop");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in?returnUrl=%2Fpasskeys");
        await page.ClickAsync("form[data-passkey] .btn");
        await Expect(page.Locator(".rows li")).ToHaveCountAsync(1);
        await page.FillAsync(".rows li input[name=name]", "The old laptop");
        await page.ClickAsync("form[action='/passkeys/rename'] .btn");
        await Expect(page.Locator(".done")).ToHaveTextAsync("Renamed.");
        await Expect(page.Locator(".rows li input[name=name]")).ToHaveValueAsync("The old laptop");

        await page.ClickAsync("form[action='/passkeys/remove'] .btn");
        await Expect(page.Locator(".rows li")).ToHaveCountAsync(0);

        // Every other session has ended: its open page leaves by itself, and the passkey opens nothing any more.
        await Expect(kim).ToHaveURLAsync(new Regex("/sign-in", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("form[data-passkey] .btn");
        await Expect(page.Locator("[data-passkey-wrong]")).ToContainTextAsync("does not belong to anybody here");
    }

    [BrowserFact]
    public async Task Over_plain_http_to_another_name_no_passkey_is_offered()
    {
        var dana = await fixture.SignInAsync("dana@example.com");
        await dana.GotoAsync("/passkeys");
        await Expect(dana.Locator(".note")).ToBeVisibleAsync();
        await Expect(dana.Locator("form[data-passkey]")).ToHaveCountAsync(0);
        await dana.Context.ClearCookiesAsync();
        await dana.GotoAsync("/sign-in");
        await Expect(dana.Locator("form[data-passkey]")).ToHaveCountAsync(0);
        await dana.Context.CloseAsync();
    }

    private static async Task SignInAsync(IPage page, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#email", "kim@example.com");
        await page.FillAsync("#password", password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(ShopFixture.Live).WaitForAsync();
    }

    /// <summary>A browser at http://localhost with a passkey holder that always finds its person there.</summary>
    private async Task<IPage> LocalAsync(IPage other)
    {
        var context = await other.Context.Browser!.NewContextAsync(new() { BaseURL = fixture.Shop.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), Locale = "en-GB" });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        var cdp = await context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable").WaitAsync(Patience);
        await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        }).WaitAsync(Patience);
        return page;
    }
}
