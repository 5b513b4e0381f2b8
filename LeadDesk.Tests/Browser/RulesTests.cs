using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A rule is published by keyboard alone, and everybody reads it at once; whoever may not publish proposes.</summary>
public sealed class RulesTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task A_manager_publishes_a_rule_by_keyboard_alone_and_a_rep_sees_it_without_a_reload()
    {
        var rep = await fixture.SignInAsync("kim@example.com");
        await rep.GotoAsync("/rules");
        await rep.Locator(".rule").First.WaitForAsync();
        var rules = await rep.Locator(".rule").CountAsync();
        await Expect(rep.Locator(".rule-tools")).ToHaveCountAsync(0);
        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.GotoAsync("/rules");
        await Expect(manager.Locator(".rule")).ToHaveCountAsync(rules);

        await TabToAsync(manager, "[data-verb=add]");
        await manager.Keyboard.PressAsync("Enter");
        await Expect(manager.Locator("#rule-name")).ToBeFocusedAsync();
        await manager.Keyboard.TypeAsync("Necklaces");
        await manager.Keyboard.PressAsync("Tab");
        await manager.Keyboard.TypeAsync("necklace");
        await manager.Keyboard.PressAsync("Enter");
        await Expect(manager.Locator("dialog.rule-editor")).ToHaveCountAsync(0);
        await Expect(manager.Locator(".rule")).ToHaveCountAsync(rules + 1);

        await TabToAsync(manager, ".top .primary");
        await manager.Keyboard.PressAsync("Enter");
        await Expect(manager.Locator("#publish-reason")).ToBeFocusedAsync();
        await manager.Keyboard.TypeAsync("Necklaces have their own people now");
        await manager.Keyboard.PressAsync("Tab");
        await manager.Keyboard.PressAsync("Enter");

        await Expect(rep.Locator(".rule")).ToHaveCountAsync(rules + 1);
        await Expect(rep.Locator(".versions")).ToContainTextAsync("Necklaces have their own people now");
        await Expect(manager.Locator(".toast")).ToContainTextAsync("in force");

        await rep.Context.CloseAsync();
        await manager.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_rep_proposes_a_rule_and_is_told_on_the_desk_when_a_manager_puts_it_in_force()
    {
        var rep = await fixture.SignInAsync("kim@example.com");
        await rep.GotoAsync("/rules");
        await rep.Locator(".top .btn[aria-pressed=false]").ClickAsync();
        await rep.Locator("[data-verb=add]").ClickAsync();
        await rep.FillAsync("#rule-name", "Bracelets");
        await rep.Locator("#rule-name").PressAsync("Tab");
        await rep.Keyboard.TypeAsync("bracelet");
        await rep.Keyboard.PressAsync("Enter");
        await rep.Locator(".top .primary").ClickAsync();
        await rep.FillAsync("#publish-reason", "Lou knows them best");
        await rep.Locator("dialog .primary").ClickAsync();
        await Expect(rep.Locator(".toast")).ToContainTextAsync("You are told");
        await Expect(rep.Locator("[aria-labelledby=rules-proposals]")).ToContainTextAsync("Lou knows them best");

        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.GotoAsync("/rules");
        await Expect(manager.Locator(".rule", new() { HasText = "Bracelets" })).ToHaveCountAsync(0);
        await manager.Locator("[aria-labelledby=rules-proposals] [data-verb=look]").ClickAsync();
        await Expect(manager.Locator(".rule", new() { HasText = "Bracelets" })).ToHaveCountAsync(1);
        await manager.Locator(".top .primary").ClickAsync();
        await manager.FillAsync("#publish-reason", "A good idea");
        await manager.Locator("dialog .primary").ClickAsync();
        await Expect(manager.Locator(".toast")).ToContainTextAsync("in force");

        await rep.GotoAsync("/");
        await Expect(rep.Locator(".rules-news")).ToContainTextAsync("published your proposal: “A good idea”");
        await rep.Locator(".rules-news .btn").Last.ClickAsync();
        await Expect(rep.Locator(".rules-news")).ToHaveCountAsync(0);
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
