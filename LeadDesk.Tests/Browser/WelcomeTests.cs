using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A floor on which nobody is yet, until its first lead rings: counted in clicks, keys and filled fields.</summary>
public sealed class WelcomeTests
{
    /// <summary>The limit of quality.md.</summary>
    private const int Most = 25;

    [BrowserFact]
    public async Task The_first_run_ends_with_a_test_lead_that_rings_on_the_desk()
    {
        await using var host = new AppHost();
        host.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await PageAsync(browser, host.Url);
        var acts = 0;
        await page.GotoAsync("/");
        await FillAsync("#shop", "Green Lake");
        await ClickAsync(".step-foot .primary");
        await FillAsync("#name", "Ada Berg");
        await FillAsync("#login", "ada.berg");
        await FillAsync("#password", "a long enough password 7");
        await ClickAsync(".step-foot .primary");
        await Expect(page.Locator("#goal")).ToBeVisibleAsync();
        await ClickAsync(".step-foot .primary");
        await FillAsync("#people", "Kim Alvarez <kim@example.com>\nMia Lund, mia.lund");
        await ClickAsync(".step-foot .primary");
        await Expect(page.Locator(".start-words tbody tr")).ToHaveCountAsync(2);
        await ClickAsync(".step-foot .primary");
        await Expect(page.Locator(".set")).ToHaveCountAsync(3);
        await ClickAsync(".step-foot .primary");
        await Expect(page.Locator("#source")).ToBeVisibleAsync();
        await ClickAsync(".step-foot .primary");
        await Expect(page.Locator("#call")).ToContainTextAsync("ld_");
        await ClickAsync(".step-foot .primary");
        await Expect(page.Locator("form[action=\"/welcome/test-lead\"]")).ToBeVisibleAsync();
        await ClickAsync(".step-foot .primary");

        await Expect(page.Locator("[data-verb=accept][data-key=A]")).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-rang", new System.Text.RegularExpressions.Regex("[1-9]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.True(acts <= Most, $"{acts} clicks, keys and fields");

        // Everything was done once, so nothing is left of the list; what was not is in the rail.
        await Expect(page.Locator(".rail .steps-open")).ToBeHiddenAsync();
        await page.Locator("[data-verb=accept][data-key=A]").ClickAsync();
        await Expect(page.Locator("article h2").First).ToContainTextAsync("Test Customer");

        async Task ClickAsync(string what)
        {
            acts++;
            await page.Locator(what).ClickAsync();
        }

        async Task FillAsync(string what, string text)
        {
            acts++;
            await page.FillAsync(what, text);
        }
    }

    [BrowserFact]
    public async Task Every_step_but_the_account_can_be_skipped_and_is_found_again_where_it_was_left()
    {
        await using var host = new AppHost();
        host.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await PageAsync(browser, host.Url);
        await page.GotoAsync("/");
        await page.Locator(".step-foot .plain").ClickAsync();
        await Expect(page.Locator(".step-foot .plain")).ToHaveCountAsync(0);
        await page.FillAsync("#name", "Ada Berg");
        await page.FillAsync("#login", "ada@example.com");
        await page.FillAsync("#password", "short");
        await page.EvaluateAsync("() => document.querySelector('#password').removeAttribute('minlength')");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#step-wrong")).ToBeVisibleAsync();
        await page.FillAsync("#password", "a long enough password 7");
        await page.Keyboard.PressAsync("Enter");
        for (var step = 3; step <= 6; step++)
        {
            await Expect(page.Locator("[aria-current=step]")).ToContainTextAsync(step switch { 3 => "Hours", 4 => "People", 5 => "Sharing", _ => "source" });
            await page.Locator(".step-foot .plain").ClickAsync();
        }

        await Expect(page.Locator("form[action=\"/welcome/test-lead\"]")).ToBeVisibleAsync();
        await page.GotoAsync("/desk");
        await Expect(page.Locator(".rail .steps-open")).ToBeVisibleAsync();
        await page.GotoAsync("/welcome");
        await Expect(page.Locator("[aria-current=step]")).ToContainTextAsync("Shop");
        await page.GotoAsync("/welcome?step=7");
        await page.Locator(".step-foot .primary").ClickAsync();
        await Expect(page.Locator("[data-verb=accept][data-key=A]")).ToBeVisibleAsync();
    }

    private static async Task<IPage> PageAsync(IBrowser browser, string url)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = url, Locale = "en-GB", ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(30_000);
        SetDefaultExpectTimeout(30_000);
        return await context.NewPageAsync();
    }
}
