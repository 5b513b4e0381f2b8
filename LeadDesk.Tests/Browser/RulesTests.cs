using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A rule is published by keyboard alone, and everybody reads it at once.</summary>
public sealed class RulesTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    /// <summary>How many the shop begins with.</summary>
    private const int Rules = 4;

    [BrowserFact]
    public async Task A_manager_publishes_a_rule_by_keyboard_alone_and_a_rep_sees_it_without_a_reload()
    {
        var rep = await fixture.SignInAsync("kim@example.com");
        await rep.GotoAsync("/rules");
        await Expect(rep.Locator(".rule")).ToHaveCountAsync(Rules);
        await Expect(rep.Locator(".rule-tools")).ToHaveCountAsync(0);
        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.GotoAsync("/rules");
        await Expect(manager.Locator(".rule")).ToHaveCountAsync(Rules);

        await TabToAsync(manager, "[data-verb=add]");
        await manager.Keyboard.PressAsync("Enter");
        await Expect(manager.Locator("#rule-name")).ToBeFocusedAsync();
        await manager.Keyboard.TypeAsync("Necklaces");
        await manager.Keyboard.PressAsync("Tab");
        await manager.Keyboard.TypeAsync("necklace");
        await manager.Keyboard.PressAsync("Enter");
        await Expect(manager.Locator("dialog.rule-editor")).ToHaveCountAsync(0);
        await Expect(manager.Locator(".rule")).ToHaveCountAsync(Rules + 1);

        await TabToAsync(manager, ".top .primary");
        await manager.Keyboard.PressAsync("Enter");
        await Expect(manager.Locator("#publish-reason")).ToBeFocusedAsync();
        await manager.Keyboard.TypeAsync("Necklaces have their own people now");
        await manager.Keyboard.PressAsync("Tab");
        await manager.Keyboard.PressAsync("Enter");

        await Expect(rep.Locator(".rule")).ToHaveCountAsync(Rules + 1);
        await Expect(rep.Locator(".versions")).ToContainTextAsync("Necklaces have their own people now");
        await Expect(manager.Locator(".toast")).ToContainTextAsync("in force");

        await rep.Context.CloseAsync();
        await manager.Context.CloseAsync();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s)", selector); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(page.Locator(selector).First).ToBeFocusedAsync();
    }
}
