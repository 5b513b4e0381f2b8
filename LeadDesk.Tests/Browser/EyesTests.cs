using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>Two people at one customer see each other before they collide.</summary>
public sealed class EyesTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task A_manager_sees_who_has_a_lead_open_and_the_rep_sees_the_manager()
    {
        var manager = await fixture.SignInAsync("mo@example.com");
        var kim = await fixture.SignInAsync("kim@example.com");
        var dana = await fixture.SignInAsync("dana@example.com");
        var ready = kim.Locator("[data-verb=presence][data-value=Available]");
        await ready.ClickAsync();
        await Expect(ready).ToHaveAttributeAsync("aria-pressed", "true");
        await fixture.Shop.PostLeadAsync("Amelia Hart", "necklace");
        await kim.Locator("[data-key=T]").ClickAsync();
        await Expect(kim.Locator(".lead-col")).ToContainTextAsync("Hello from Amelia Hart");

        var looks = manager.Locator(".floor-row .looks");
        await Expect(looks).ToHaveAttributeAsync("aria-label", "Kim Alvarez has it open");
        await kim.Locator("#lead-note").FocusAsync();
        await Expect(looks).ToHaveAttributeAsync("aria-label", "Kim Alvarez is writing");
        await kim.Locator("#lead-name").ClickAsync();
        await Expect(looks).ToHaveAttributeAsync("aria-label", "Kim Alvarez has it open");

        await manager.Locator(".floor-row [data-verb=move]").ClickAsync();
        await Expect(manager.Locator("dialog.move")).ToBeVisibleAsync();
        await Expect(kim.Locator(".beside")).ToHaveTextAsync("Mo Lund has this lead open, too");
        await manager.Keyboard.PressAsync("Escape");
        await Expect(kim.Locator(".beside")).ToHaveCountAsync(0);

        // Read whole, with what its owner wrote, by keyboard; a note written meanwhile comes by itself, and Move… is one step away.
        await manager.Locator(".floor-row .name").FocusAsync();
        await manager.Keyboard.PressAsync("Enter");
        var sheet = manager.Locator("dialog.lead-sheet");
        await Expect(sheet).ToContainTextAsync("Hello from Amelia Hart");
        await Expect(kim.Locator(".beside")).ToHaveTextAsync("Mo Lund has this lead open, too");
        await kim.Locator("#lead-note").FillAsync("wants platinum");
        await kim.Locator("[data-verb=note]").ClickAsync();
        await Expect(kim.Locator(".story")).ToContainTextAsync("Kim Alvarez wrote");
        await Expect(sheet.Locator(".story")).ToContainTextAsync("wants platinum");
        await Expect(sheet.Locator("a[href^=audit]")).ToHaveCountAsync(1);
        await sheet.Locator("[data-verb=move]").ClickAsync();
        await Expect(manager.Locator("dialog.move")).ToBeVisibleAsync();
        await Expect(sheet).ToHaveCountAsync(0);
        await manager.Keyboard.PressAsync("Escape");
        await Expect(manager.Locator("dialog.move")).ToHaveCountAsync(0);

        await Expect(dana.Locator("body")).Not.ToContainTextAsync("has it open");
        await kim.Context.CloseAsync();
        await Expect(looks).ToHaveCountAsync(0);
        await dana.Context.CloseAsync();
        await manager.Context.CloseAsync();
    }
}
