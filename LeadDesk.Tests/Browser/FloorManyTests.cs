using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>Several leads at once on the managers' floor: by keyboard, by Shift-click, and back again.</summary>
public sealed class FloorManyTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task Three_leads_are_reassigned_in_six_keys_at_the_most_and_one_undo_takes_all_back()
    {
        var floor = await FloorAsync(4);
        var keys = 0;
        async Task Press(string key)
        {
            keys++;
            await floor.Keyboard.PressAsync(key);
        }

        await Press("x");
        await Press("Shift+J");
        await Press("Shift+J");
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("3 chosen");
        await Press("r");
        await Expect(floor.Locator("#move-title")).ToHaveTextAsync("Move 3 leads");
        await Expect(floor.Locator("#move-filter")).ToBeFocusedAsync();
        await Press("Enter");

        await Expect(floor.Locator(".toast")).ToContainTextAsync("3 leads moved to");
        Assert.True(keys <= 6);
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("Open leads");
        await Expect(floor.Locator(".floor-row .owner.nobody")).ToHaveCountAsync(1);
        await floor.Keyboard.PressAsync("z");
        await Expect(floor.Locator(".toast")).ToContainTextAsync("Undone");
        await Expect(floor.Locator(".floor-row .owner.nobody")).ToHaveCountAsync(4);
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task Shift_click_chooses_a_range_Escape_clears_it_and_a_reload_keeps_it()
    {
        var floor = await FloorAsync(5);
        var boxes = floor.Locator("input[data-choose]");
        await boxes.Nth(0).ClickAsync();
        await boxes.Nth(3).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("4 chosen");
        await floor.ReloadAsync();
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("4 chosen");
        Assert.Equal(4, await floor.EvaluateAsync<int>("() => document.querySelectorAll('input[data-choose]:checked').length"));
        await floor.Keyboard.PressAsync("Escape");
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("Open leads");
        Assert.Equal(0, await floor.EvaluateAsync<int>("() => document.querySelectorAll('input[data-choose]:checked').length"));
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task A_lead_that_somebody_else_took_meanwhile_stays_with_them_and_the_others_go()
    {
        var floor = await FloorAsync(2);
        await floor.Keyboard.PressAsync("x");
        await floor.Keyboard.PressAsync("Shift+J");
        await floor.Keyboard.PressAsync("r");
        await Expect(floor.Locator("#move-filter")).ToBeFocusedAsync();
        var dana = await fixture.SignInAsync("dana@example.com");
        await dana.Locator("[data-verb=presence][data-value=Available]").ClickAsync();
        await dana.Locator("[data-key=T]").ClickAsync();
        await Expect(floor.Locator(".floor-row .owner.nobody")).ToHaveCountAsync(1);
        await floor.Keyboard.TypeAsync("kim");
        await Expect(floor.Locator("dialog [role=option]")).ToHaveCountAsync(1);
        await floor.Keyboard.PressAsync("Enter");

        await Expect(floor.Locator(".toast")).ToContainTextAsync("1 lead moved to Kim Alvarez. 1 changed meanwhile and stayed.");
        await Expect(floor.Locator(".floor-row .owner").Filter(new() { HasText = "Dana Wu" })).ToHaveCountAsync(1);
        await dana.Context.CloseAsync();
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task The_strip_is_walked_by_arrow_keys_and_leads_to_the_row()
    {
        var floor = await FloorAsync(3);
        await floor.Locator(".strip-dot[tabindex='0']").FocusAsync();
        await floor.Keyboard.PressAsync("ArrowRight");
        var lead = await floor.EvaluateAsync<string>("() => document.activeElement.dataset.lead");
        await floor.Keyboard.PressAsync("Enter");
        Assert.Equal(lead, await floor.EvaluateAsync<string>("() => document.activeElement.closest('.floor-row').dataset.id"));
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task While_200_leads_arrive_focus_choice_and_scroll_stay_and_the_voice_keeps_quiet()
    {
        var floor = await FloorAsync(12);
        await floor.SetViewportSizeAsync(1440, 600);
        var row = floor.Locator(".floor-row [data-row]").Nth(6);
        await row.FocusAsync();
        await row.ScrollIntoViewIfNeededAsync();
        await floor.Keyboard.PressAsync("x");
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("1 chosen");
        var before = await StandAsync(floor);
        await floor.EvaluateAsync("() => { window.said = 0; window.from = performance.now(); new MutationObserver(c => window.said += c.length).observe(document.getElementById('say'), { childList: true, characterData: true, subtree: true }); }");

        await Parallel.ForEachAsync(Enumerable.Range(0, 180), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await fixture.Shop.PostLeadAsync($"Storm {i}", "necklace"));

        await Expect(floor.Locator(".floor-row")).ToHaveCountAsync(192);
        Assert.Equal(before, await StandAsync(floor));
        Assert.True(await floor.EvaluateAsync<bool>("() => window.said <= 1 + (performance.now() - window.from) / 10000"));
        await DoneAsync(floor);
    }

    /// <summary>Where the hand is: the focused row, what is chosen, and how far it is scrolled.</summary>
    private static Task<string> StandAsync(IPage page) => page.EvaluateAsync<string>(
        "() => JSON.stringify([document.activeElement?.closest('[data-id]')?.dataset.id, [...document.querySelectorAll('input[data-choose]:checked')].map(b => b.closest('[data-id]').dataset.id), Math.round(scrollY)])");

    /// <summary>The manager's floor with so many leads that wait for nobody.</summary>
    private async Task<IPage> FloorAsync(int leads)
    {
        var floor = await fixture.SignInAsync("mo@example.com");
        for (var i = 0; i < leads; i++)
        {
            await fixture.Shop.PostLeadAsync($"Lead {i}", "necklace");
        }

        await Expect(floor.Locator(".floor-row")).ToHaveCountAsync(leads);
        return floor;
    }

    /// <summary>Leaves an empty floor for the next.</summary>
    private async Task DoneAsync(IPage floor)
    {
        await floor.Context.CloseAsync();
        await fixture.Shop.ClearAsync();
    }
}
