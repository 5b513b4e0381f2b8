using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>Customers who are handed on, and leads that are not for now, through the screens alone.</summary>
public sealed class WarmUpTests(WarmShop fixture) : IClassFixture<WarmShop>
{
    [BrowserFact]
    public async Task A_customer_on_the_line_is_handed_to_a_senior_and_a_call_is_booked_when_nobody_is_free()
    {
        var (kim, dana) = (await fixture.SignInAsync("kim@example.com"), await fixture.SignInAsync("dana@example.com"));
        await Ready(kim);
        await Ready(dana);
        await TakeOffer(kim, "Nora Field", "watch");

        // What the script asks comes first; then it rings at the senior's desk, who sees no name before.
        await kim.Locator(".warm [data-verb=transfer]").ClickAsync();
        await Expect(kim.Locator(".warm [role=alert]")).ToContainTextAsync("Budget");
        await kim.Locator("#warm-0").FillAsync("5000");
        await kim.Locator(".warm [data-verb=transfer]").ClickAsync();
        await Expect(kim.Locator(".warm [role=status]")).ToContainTextAsync("one senior");
        await Expect(dana.Locator(".alert h2")).ToContainTextAsync("Kim Alvarez");
        await Expect(dana.Locator("body")).Not.ToContainTextAsync("Nora");
        await dana.Locator(".alert [data-verb=claim]").ClickAsync();
        await Expect(dana.Locator(".lead-col")).ToContainTextAsync("Budget: 5000");
        await Expect(kim.Locator(".toast")).ToContainTextAsync("Dana Wu");

        // The next one rings, is let go, and gets a time with her instead.
        await TakeOffer(kim, "Otto Graf", "watch");
        await kim.Locator("#warm-0").FillAsync("200");
        await kim.Locator(".warm [data-verb=transfer]").ClickAsync();
        await dana.Locator(".alert [data-verb=pass]").ClickAsync();
        await Expect(kim.Locator(".warm [role=group] [data-verb=book]").First).ToContainTextAsync("Dana Wu");
        await kim.Locator(".warm [role=group] [data-verb=book]").First.ClickAsync();
        await Expect(kim.Locator(".toast")).ToContainTextAsync("Dana Wu calls");
        await Expect(dana.Locator(".mine-col")).ToContainTextAsync("Otto Graf");

        await kim.Context.CloseAsync();
        await dana.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_manager_leaves_an_account_with_its_owner_for_longer_once()
    {
        var (kim, mo) = (await fixture.SignInAsync("kim@example.com"), await fixture.SignInAsync("mo@example.com"));
        await Ready(kim);
        await TakeOffer(kim, "Uma Stone", "ring");
        await mo.GotoAsync("/floor");
        await mo.Locator(".floor-row", new() { HasTextString = "Uma Stone" }).Locator("[data-verb=move]").ClickAsync();
        await mo.Locator("#move-longer").ClickAsync();
        await Expect(mo.Locator(".toast")).ToContainTextAsync("Uma Stone stays where it is until");
        await mo.Locator(".floor-row", new() { HasTextString = "Uma Stone" }).Locator("[data-verb=move]").ClickAsync();
        await Expect(mo.Locator("#move-queue")).ToBeVisibleAsync();
        await Expect(mo.Locator("#move-longer")).ToHaveCountAsync(0);

        await kim.Context.CloseAsync();
        await mo.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_lead_that_is_not_for_now_is_put_off_seen_and_taken_back_and_a_stop_asks_twice()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        await Ready(kim);
        await TakeOffer(kim, "Vera Long", "ring");
        await kim.Locator("[data-verb=step-Else]").ClickAsync();
        await kim.Locator("[data-verb=step-NotNow]").ClickAsync();
        await kim.Locator(".step-box [data-verb=at]").First.ClickAsync();
        await Expect(kim.Locator(".toast")).ToContainTextAsync("Vera Long comes back");
        await Expect(kim.Locator(".mine-col")).ToContainTextAsync("Not for now");
        await kim.Locator(".toast button").First.ClickAsync();
        await Expect(kim.Locator(".mine-col")).Not.ToContainTextAsync("Not for now");

        await kim.Locator(".mine-col [data-verb=open]", new() { HasTextString = "Vera Long" }).ClickAsync();
        await kim.Locator("[data-verb=step-Else]").ClickAsync();
        await kim.Locator("[data-verb=step-Stop]").ClickAsync();
        await Expect(kim.Locator(".step-box")).ToContainTextAsync("cannot be taken back");
        await kim.Locator("[data-verb=stop]").ClickAsync();
        await Expect(kim.Locator(".toast")).ToContainTextAsync("will not be contacted again");
        await Expect(kim.Locator(".mine-col")).Not.ToContainTextAsync("Vera Long");

        await kim.Context.CloseAsync();
    }

    private async Task TakeOffer(IPage page, string name, string product)
    {
        await fixture.Shop.PostLeadAsync(name, product);
        await page.Locator("[data-verb=accept]").First.ClickAsync();
        await page.Locator(".mine-col [data-verb=open]", new() { HasTextString = name }).ClickAsync();
        await Expect(page.Locator(".lead-col")).ToContainTextAsync($"Hello from {name}");
    }

    private static async Task Ready(IPage page)
    {
        var ready = page.GetByRole(AriaRole.Button, new() { Name = "Ready" }).First;
        await ready.ClickAsync();
        await Expect(ready).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
