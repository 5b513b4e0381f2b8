using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A desk in a storm: it stays still under the hand, speaks seldom, rings once, and loses nothing.</summary>
public sealed class DeskLivesTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    private const int Storm = 200;

    [BrowserFact]
    public async Task While_200_leads_arrive_nothing_moves_under_the_hand_and_the_voice_keeps_quiet()
    {
        var kim = await ReadyAsync();
        for (var i = 0; i < 5; i++)
        {
            await fixture.Shop.PostLeadAsync($"Early {i}", "bracelet");
        }

        var take = kim.Locator(".board [data-verb=claim]").Nth(1);
        var show = kim.Locator(".board [data-verb=show]");
        await Expect(take.Or(show).First).ToBeVisibleAsync();
        await kim.WaitForFunctionAsync("() => { document.querySelector('.board [data-verb=show]')?.click(); return document.querySelectorAll('.board .take-row').length === 5; }");
        await kim.SetViewportSizeAsync(1440, 360);
        await take.FocusAsync();
        await kim.EvaluateAsync("() => scrollTo(0, 90)");
        Assert.True(await kim.EvaluateAsync<double>("() => scrollY") > 0);
        var before = await StandAsync(kim);
        await kim.EvaluateAsync("() => { window.said = 0; window.from = performance.now(); new MutationObserver(c => window.said += c.length).observe(document.getElementById('say'), { childList: true, characterData: true, subtree: true }); }");

        await Parallel.ForEachAsync(Enumerable.Range(0, Storm), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await fixture.Shop.PostLeadAsync($"Storm {i}", "bracelet"));

        await Expect(kim.Locator(".board .more-note")).ToBeVisibleAsync();
        await Expect(show).ToBeVisibleAsync();
        Assert.Equal(before, await StandAsync(kim));
        Assert.True(await kim.EvaluateAsync<bool>("() => window.said <= 1 + (performance.now() - window.from) / 10000"));
        await kim.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Three_tabs_ring_once_and_all_show_the_count()
    {
        var first = await ReadyAsync();
        var tabs = new List<IPage> { first };
        for (var i = 0; i < 2; i++)
        {
            var tab = await first.Context.NewPageAsync();
            await tab.GotoAsync("/desk");
            await tab.Locator("[data-ready=yes] .desk-body").WaitForAsync();
            tabs.Add(tab);
        }

        await fixture.Shop.PostLeadAsync("Rina Patel", "watch");

        foreach (var tab in tabs)
        {
            await tab.WaitForFunctionAsync("() => document.title.match(/^\\([1-9]\\d*\\) Desk$/) && document.querySelector('link[rel=icon]').href.startsWith('data:')");
        }

        // The first tab listens for all of them.
        await Expect(first.Locator("html")).ToHaveAttributeAsync("data-rang", "1");
        Assert.Equal(0, await tabs[1].EvaluateAsync<int>("() => Number(document.documentElement.dataset.rang ?? 0)"));
        Assert.Equal(0, await tabs[2].EvaluateAsync<int>("() => Number(document.documentElement.dataset.rang ?? 0)"));
        await first.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_note_survives_a_reload_and_is_gone_after_signing_out()
    {
        var kim = await ReadyAsync();
        await fixture.Shop.PostLeadAsync("Amelia Hart", "necklace");
        await kim.Locator("[data-key=T]").ClickAsync();
        await kim.Locator("#lead-note").FillAsync("wants platinum");
        await kim.ReloadAsync();
        await Expect(kim.Locator("#lead-note")).ToHaveValueAsync("wants platinum");
        await kim.EvaluateAsync("() => document.querySelector('form[action=\"/sign-out\"] button').click()");
        await kim.WaitForURLAsync("**/sign-in**");
        Assert.Equal(0, await kim.EvaluateAsync<int>("() => Object.keys(sessionStorage).filter(k => k.startsWith('leaddesk-draft')).length"));
        await kim.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_palette_does_what_stands_on_the_page_by_name()
    {
        var kim = await ReadyAsync();
        await kim.Keyboard.PressAsync("Control+k");
        await kim.Keyboard.TypeAsync("away");
        await kim.Keyboard.PressAsync("Enter");
        await Expect(kim.GetByRole(AriaRole.Button, new() { Name = "Away" }).First).ToHaveAttributeAsync("aria-pressed", "true");
        await kim.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_german_browser_reads_german()
    {
        var kim = await fixture.SignInAsync("kim@example.com", locale: "de-DE");
        await Expect(kim.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Expect(kim.Locator("main")).ToContainTextAsync("Meine Anfragen");
        await kim.Context.CloseAsync();
    }

    private async Task<IPage> ReadyAsync()
    {
        var page = await fixture.SignInAsync("kim@example.com");
        var ready = page.Locator("[data-verb=presence][data-value=Available]");
        await ready.ClickAsync();
        await Expect(ready).ToHaveAttributeAsync("aria-pressed", "true");
        return page;
    }

    /// <summary>Where the hand is: the focused row, the rows in their order, and how far it is scrolled.</summary>
    private static Task<string> StandAsync(IPage page) => page.EvaluateAsync<string>(
        "() => JSON.stringify([document.activeElement?.closest('[data-id]')?.dataset.id, [...document.querySelectorAll('.board .take-row')].map(r => r.dataset.id), scrollY])");
}
