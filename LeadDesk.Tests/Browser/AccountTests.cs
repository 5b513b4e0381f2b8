using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A rep reads the own account live; a manager reads one person's; the dice are open to everybody.</summary>
public sealed class AccountTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task An_entry_comes_into_the_account_without_a_reload_and_nobody_reads_a_colleagues()
    {
        var kim = await fixture.SignInAsync("kim@example.com");
        await kim.Locator(".segments button[data-value=Available]").First.ClickAsync();
        await Expect(kim.Locator(".segments button[data-value=Available]").First).ToHaveAttributeAsync("aria-pressed", "true");
        await kim.Locator(".rail a[href=account]").ClickAsync();
        await Expect(kim.Locator(".account-lanes li")).ToHaveCountAsync(4);

        await fixture.Shop.PostLeadAsync("Amelia Hart", "ring");
        await kim.Locator(".account-lanes a", new() { HasText = "In turn" }).ClickAsync();
        await Expect(kim.Locator(".account tbody tr")).ToHaveCountAsync(1);
        await kim.GetByRole(AriaRole.Button, new() { Name = "Why" }).ClickAsync();
        await Expect(kim.Locator("tr.why")).ToContainTextAsync("In turn");

        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.GotoAsync("/account");
        await manager.Locator(".account-who summary").ClickAsync();
        await manager.Locator(".account-who a", new() { HasText = "Kim" }).ClickAsync();
        await Expect(manager.Locator("h1")).ToContainTextAsync("Kim Alvarez");
        await Expect(manager.Locator(".account tbody tr")).ToHaveCountAsync(1);

        var dana = await fixture.SignInAsync("dana@example.com");
        await dana.GotoAsync("/account?rep=" + manager.Url.Split("rep=")[1].Split('&')[0]);
        await Expect(dana.Locator("main")).ToContainTextAsync("There is no such account");
        await Expect(dana.Locator("body")).Not.ToContainTextAsync("Kim Alvarez");
        await dana.GotoAsync("/dice");
        await Expect(dana.Locator(".dice-days li")).ToHaveCountAsync(1);
        await Expect(dana.Locator(".dice-days")).ToContainTextAsync("opens tomorrow");
        foreach (var page in new[] { kim, manager, dana })
        {
            await page.Context.CloseAsync();
        }
    }
}
