using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A manager pauses the intake on the floor; everybody sees it live, and nothing is lost.</summary>
public sealed class FloorPauseTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task A_pause_begins_by_keyboard_keeps_what_comes_and_ends_with_one_click()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        await kim.Locator("[data-verb=presence][data-value=Available]").ClickAsync();
        var floor = await fixture.SignInAsync("mo@example.com");
        await floor.GetByRole(AriaRole.Button, new() { Name = "Pause intake…" }).FocusAsync();
        await floor.Keyboard.PressAsync("Enter");
        await Expect(floor.Locator("#pause-title")).ToBeVisibleAsync();
        await floor.FillAsync("#pause-message", "Back at two.");
        await floor.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).FocusAsync();
        await floor.Keyboard.PressAsync("Enter");

        await Expect(floor.Locator(".pause-strip")).ToContainTextAsync("Intake is paused until");
        await Expect(floor.Locator(".pause-strip")).ToContainTextAsync("Back at two.");
        await Expect(kim.Locator(".pause-strip")).ToContainTextAsync("New leads are paused until");
        await fixture.Shop.PostLeadAsync("Tom Reyes", "ring");
        await Expect(floor.Locator(".pause-strip")).ToContainTextAsync("1 wait and are kept");
        await Expect(floor.Locator(".floor-row .held")).ToContainTextAsync("The intake is paused.");
        await Expect(kim.Locator(".offer")).ToHaveCountAsync(0);

        await floor.Locator(".pause-strip [data-verb=resume]").ClickAsync();

        await Expect(floor.Locator(".pause-strip")).ToHaveCountAsync(0);
        await Expect(kim.Locator(".pause-strip")).ToHaveCountAsync(0);
        await Expect(kim.Locator(".offer")).ToBeVisibleAsync();
        await kim.Context.CloseAsync();
        await floor.Context.CloseAsync();
    }
}
