using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>The counter under a thumb: a phone's viewport, touches, and a customer who looks over the shoulder.</summary>
public sealed class CounterTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task A_lead_is_taken_with_one_tap_and_a_visit_booked_with_two()
    {
        var mia = await StoreAsync();
        await fixture.Shop.PostLeadAsync("Rina Patel", "bracelet");
        await mia.Locator("[data-verb=take]").TapAsync();
        await Expect(mia.Locator("#card-title .secret")).ToHaveTextAsync("Rina Patel");
        await mia.Locator(".counter-card [data-verb=visit]").TapAsync();
        await mia.Locator(".step-box [data-verb=at]").First.TapAsync();
        await Expect(mia.Locator(".visit-set")).ToContainTextAsync("Visit");
        await Expect(mia.Locator(".counter-tabs [data-verb=visits]")).ToHaveTextAsync("Visits 1");

        // A phone that slept comes back to the same card.
        await mia.ReloadAsync();
        await Expect(mia.Locator("#card-title .secret")).ToHaveTextAsync("Rina Patel");
        await mia.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task With_a_customer_new_leads_go_to_others_and_a_walk_in_is_kept()
    {
        var mia = await StoreAsync();
        await mia.Locator("[role=switch]").TapAsync();
        await Expect(mia.Locator("[role=switch]")).ToHaveAttributeAsync("aria-checked", "true");
        await mia.Locator(".walk-in").TapAsync();
        await mia.FillAsync("#walk-in-name", "Jo March");
        await mia.FillAsync("#walk-in-reach", "jo@example.com");
        await mia.Keyboard.PressAsync("Enter");
        await Expect(mia.Locator("[role=switch]")).ToHaveAttributeAsync("aria-checked", "true");
        await Expect(mia.Locator(".toast")).ToContainTextAsync("Jo March");
        await mia.Locator("[role=switch]").TapAsync();
        await Expect(mia.Locator("#card-title .secret")).ToHaveTextAsync("Jo March");
        await mia.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Who_looks_over_the_shoulder_reads_initials_and_a_screen_nobody_touches_is_covered()
    {
        var mia = await StoreAsync(clock: true);
        await mia.Locator(".walk-in").TapAsync();
        await mia.FillAsync("#walk-in-name", "Laurie Lawrence");
        await mia.Keyboard.PressAsync("Enter");
        await Expect(mia.Locator("#card-title .secret")).ToHaveTextAsync("Laurie Lawrence");
        await mia.EvaluateAsync("() => localStorage.setItem('leaddesk-glance', 'on')");
        await mia.ReloadAsync();
        await Expect(mia.Locator("#card-title .secret-short")).ToBeVisibleAsync();
        await Expect(mia.Locator("#card-title .secret")).ToBeHiddenAsync();
        await mia.Locator("[data-glance-hold]").FocusAsync();
        await mia.Keyboard.DownAsync("Enter");
        await Expect(mia.Locator("#card-title .secret")).ToBeVisibleAsync();
        await mia.Keyboard.UpAsync("Enter");
        await Expect(mia.Locator("#card-title .secret")).ToBeHiddenAsync();
        await mia.Clock.FastForwardAsync(61_000);
        await Expect(mia.Locator("[data-cover]")).ToBeVisibleAsync();
        await mia.Locator("[data-cover]").TapAsync();
        await Expect(mia.Locator("[data-cover]")).ToBeHiddenAsync();
        await mia.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_break_is_two_taps_away_and_going_home_asks_first()
    {
        var mia = await StoreAsync();
        var menu = mia.Locator(".with-customer [popovertarget=presence-menu]").First;
        await LargeAsync(menu);
        await menu.TapAsync();
        await LargeAsync(mia.Locator("#presence-menu [data-value=Break]"));
        await mia.Locator("#presence-menu [data-value=Break]").TapAsync();
        await Expect(menu).ToHaveTextAsync("Break");
        await mia.Locator(".with-customer > .btn").TapAsync();
        await Expect(mia.Locator("[role=switch]")).ToBeVisibleAsync();

        await mia.Locator(".walk-in").TapAsync();
        await mia.FillAsync("#walk-in-name", "Beth March");
        await mia.Keyboard.PressAsync("Enter");
        await Expect(mia.Locator("#card-title .secret")).ToHaveTextAsync("Beth March");
        await menu.TapAsync();
        await mia.Locator("#presence-menu [data-value=Off]").TapAsync();
        await LargeAsync(mia.Locator(".go-home [data-verb=Keep]"));
        await mia.Locator(".go-home [data-verb=Keep]").TapAsync();
        await Expect(menu).ToHaveTextAsync("Off");
        await mia.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Who_looks_over_the_shoulder_reads_no_name_in_what_was_just_done()
    {
        var mia = await StoreAsync();
        await mia.EvaluateAsync("() => localStorage.setItem('leaddesk-glance', 'on')");
        await mia.ReloadAsync();
        await mia.Locator(".counter-body[data-version]").WaitForAsync();
        await mia.Locator(".walk-in").TapAsync();
        await mia.FillAsync("#walk-in-name", "Meg Brooke");
        await mia.Keyboard.PressAsync("Enter");
        await Expect(mia.Locator(".toast .secret-short")).ToContainTextAsync("M. B.");
        await Expect(mia.Locator(".toast .secret-short")).ToBeVisibleAsync();
        await Expect(mia.Locator(".toast .secret")).ToBeHiddenAsync();
        await Expect(mia.Locator(".toast .secret")).ToContainTextAsync("Meg Brooke");
        await mia.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_shared_device_is_covered_whatever_its_person_wishes()
    {
        var mia = await StoreAsync(clock: true);
        await mia.EvaluateAsync("() => localStorage.setItem('leaddesk-glance', 'off')");
        await mia.ReloadAsync();
        await mia.Locator(".counter-body[data-version]").WaitForAsync();
        await mia.Clock.FastForwardAsync(61_000);
        await Expect(mia.Locator("[data-cover]")).ToBeHiddenAsync();
        await mia.EvaluateAsync("() => document.documentElement.dataset.device = 'Counter tablet'");
        await mia.Locator("h1").TapAsync();
        await mia.Clock.FastForwardAsync(61_000);
        await Expect(mia.Locator("[data-cover]")).ToBeVisibleAsync();
        await mia.Context.CloseAsync();
    }

    /// <summary>A thumb can hit it.</summary>
    private static async Task LargeAsync(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        var box = (await target.BoundingBoxAsync())!;
        Assert.True(Math.Min(box.Width, box.Height) >= 44, $"{box.Width} by {box.Height}");
    }

    private async Task<IPage> StoreAsync(bool clock = false)
    {
        var page = await fixture.SignInAsync("mia@example.com", 390, 844, touch: true);
        if (clock)
        {
            await page.Clock.InstallAsync();
        }

        await page.GotoAsync("/store");
        await page.Locator(".counter-body[data-version]").WaitForAsync();
        if (await page.Locator(".with-customer > .btn").IsVisibleAsync())
        {
            await page.Locator(".with-customer > .btn").TapAsync();
        }

        await Expect(page.Locator("[role=switch]")).ToBeVisibleAsync();
        return page;
    }
}
