using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A manager adds somebody who grows into the turn, and lets them go again.</summary>
public sealed class PeopleTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task Somebody_is_added_changed_and_let_go_on_the_pages_alone()
    {
        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.Locator(".rail a[href=people]").ClickAsync();
        await Expect(manager.Locator(".people tbody tr")).ToHaveCountAsync(4);
        await manager.Locator(".top .primary").ClickAsync();
        await manager.FillAsync("#add-name", "Nia Vale");
        await manager.FillAsync("#add-email", "kim@example.com");
        await manager.Keyboard.PressAsync("Enter");
        await Expect(manager.Locator("#add-faults")).ToContainTextAsync("has this address already");
        await manager.FillAsync("#add-email", "nia@example.com");
        await manager.Keyboard.PressAsync("Enter");

        await Expect(manager.Locator("h1")).ToContainTextAsync("Nia Vale");
        await Expect(manager.Locator(".person-stages")).ToContainTextAsync("25 %, with a coach beside them, until");
        await manager.FillAsync("#p-places", "7");
        await manager.Locator(".top .primary").ClickAsync();
        await Expect(manager.Locator(".toast")).ToContainTextAsync("Saved");

        await manager.Locator("[aria-labelledby=person-leave] .btn").ClickAsync();
        await manager.Locator("dialog .primary").ClickAsync();
        await Expect(manager.Locator(".top")).ToContainTextAsync("Has left");
        await manager.GotoAsync("/people");
        await Expect(manager.Locator(".people tbody tr")).ToHaveCountAsync(4);
        await manager.Context.CloseAsync();
    }
}
