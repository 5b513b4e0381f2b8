using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>The main job, through the screens: a lead comes in, a rep takes it, the outcome is recorded, and everybody sees it live.</summary>
public sealed class FloorWorksTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task A_lead_is_taken_answered_and_seen_without_a_reload()
    {
        var manager = await fixture.SignInAsync("mo@example.com");
        var rep = await fixture.SignInAsync("kim@example.com");
        await Ready(rep);
        await Expect(rep.Locator("main")).ToContainTextAsync("Nothing waiting");

        await fixture.Shop.PostLeadAsync("Amelia Hart", "necklace");

        await Expect(rep.Locator("main")).ToContainTextAsync("1–2 waiting");
        await Expect(rep.Locator("body")).Not.ToContainTextAsync("Amelia");
        await Expect(rep.Locator("body")).Not.ToContainTextAsync("necklace");
        await Expect(manager.Locator("main")).ToContainTextAsync("Amelia Hart");

        await rep.GetByRole(AriaRole.Button, new() { Name = "Take next" }).First.ClickAsync();
        await Expect(rep.Locator(".lead-col")).ToContainTextAsync("Hello from Amelia Hart");
        await Expect(manager.Locator("main")).ToContainTextAsync("Kim Alvarez");

        await rep.GetByRole(AriaRole.Button, new() { Name = "Reached" }).First.ClickAsync();
        await Expect(rep.Locator(".toast")).ToContainTextAsync("Amelia Hart");
        await Expect(rep.Locator(".lead-col")).ToContainTextAsync("reached", new() { IgnoreCase = true });

        await rep.Context.CloseAsync();
        await manager.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task An_open_call_rings_at_both_desks_and_the_second_is_told_who_was_first()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        var dana = await fixture.SignInAsync("dana@example.com");
        await Ready(kim);
        await Ready(dana);

        await fixture.Shop.PostLeadAsync("Rina Patel", "watch");
        await Expect(kim.Locator(".alert")).ToBeVisibleAsync();
        await Expect(dana.Locator(".alert")).ToBeVisibleAsync();

        await dana.Locator(".alert [data-verb=claim]").ClickAsync();
        await Expect(dana.Locator("main")).ToContainTextAsync("Rina Patel");
        await Expect(kim.Locator(".alert")).ToHaveCountAsync(0);
        await Expect(kim.Locator("body")).Not.ToContainTextAsync("Rina");

        await kim.Context.CloseAsync();
        await dana.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task An_offer_is_accepted_by_keyboard_alone_and_can_be_noted_and_finished()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        await Ready(kim);
        await fixture.Shop.PostLeadAsync("Tom Reyes", "ring");
        await Expect(kim.Locator(".offer")).ToBeVisibleAsync();

        await kim.Keyboard.PressAsync("a");
        await Expect(kim.Locator(".lead-col")).ToContainTextAsync("Hello from Tom Reyes");
        await kim.Keyboard.PressAsync("2");
        await Expect(kim.Locator(".toast")).ToContainTextAsync("Tom Reyes");
        await kim.Keyboard.PressAsync("z");
        await Expect(kim.Locator(".toast")).ToContainTextAsync("Undone");

        await kim.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_lead_is_taken_called_and_won_by_keyboard_alone()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        await Ready(kim);
        await kim.EvaluateAsync("() => document.activeElement.blur()");
        await fixture.Shop.PostLeadAsync("Ada Quist", "necklace", phone: "+1 206 555 0142");
        await Expect(kim.Locator("section.next [data-key=T]")).ToBeVisibleAsync();
        await kim.EvaluateAsync("() => addEventListener('click', e => { if (e.target.closest('a[href^=\"tel:\"]')) { window.called = true; e.preventDefault(); } })");

        await kim.Keyboard.PressAsync("t");
        await Expect(kim.Locator("#lead-name")).ToHaveTextAsync("Ada Quist");
        await kim.Keyboard.PressAsync("c");
        await kim.WaitForFunctionAsync("() => window.called");
        await kim.Keyboard.PressAsync("1");
        await Expect(kim.Locator(".toast")).ToContainTextAsync("Ada Quist");
        await TabToAsync(kim, "[data-verb=step-Won]");
        await kim.Keyboard.PressAsync("Enter");
        await Expect(kim.Locator(".step-box input")).ToBeVisibleAsync();
        await TabToAsync(kim, ".step-box input");
        await kim.Keyboard.TypeAsync("250");
        await TabToAsync(kim, ".step-box button");
        await kim.Keyboard.PressAsync("Enter");

        await Expect(kim.Locator(".toast")).ToContainTextAsync("Won");
        await Expect(kim.Locator("#lead-name")).ToHaveCountAsync(0);
        await kim.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_choice_of_a_presence_has_the_focus_as_soon_as_it_opens()
    {
        var floor = await fixture.SignInAsync("mo@example.com");
        var person = floor.Locator(".person").Filter(new() { HasText = "Mia Berg" });
        await person.Locator("[data-verb=change]").ClickAsync();
        await Expect(person.Locator(".choose button").First).ToBeFocusedAsync();
        await Expect(person.Locator(".choose")).ToBeInViewportAsync();
        await floor.Context.CloseAsync();
    }

    /// <summary>As somebody without a mouse gets there.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached by Tab.");
    }

    [BrowserFact]
    public async Task The_front_door_sends_everybody_to_their_own_screen_and_the_floor_is_not_for_reps()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        Assert.EndsWith("/desk", new Uri(kim.Url).AbsolutePath, StringComparison.Ordinal);
        await kim.GotoAsync("/floor");
        await Expect(kim.Locator("body")).Not.ToContainTextAsync("Open leads");
        await kim.Context.CloseAsync();
    }

    private static async Task Ready(IPage page)
    {
        var ready = page.GetByRole(AriaRole.Button, new() { Name = "Ready" }).First;
        await ready.ClickAsync();
        await Expect(ready).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
