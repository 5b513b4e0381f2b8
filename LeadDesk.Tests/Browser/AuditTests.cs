using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A manager finds out who did what, and that the log is what was written.</summary>
public sealed class AuditTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task A_manager_follows_a_lead_through_the_log_and_verifies_it()
    {
        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.GotoAsync("/audit");
        await Expect(manager.Locator("main")).ToContainTextAsync("Not checked since the desk was started");

        await fixture.Shop.PostLeadAsync("Amelia Hart", "necklace");
        await manager.Locator(".card-head .btn").ClickAsync();
        await manager.Locator(".audit .which a", new() { HasText = "Amelia Hart" }).First.ClickAsync();
        await Expect(manager.Locator(".audit tr[data-id]")).ToHaveCountAsync(2);
        await Expect(manager.Locator(".audit")).ToContainTextAsync("It came in");
        await Expect(manager.Locator("#audit-lead")).Not.ToHaveValueAsync("");

        await manager.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Verify now" }).ClickAsync();
        await Expect(manager.Locator("[data-chain=ok]")).ToContainTextAsync("Unchanged");
        await manager.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_rep_has_no_way_to_the_audit()
    {
        var rep = await fixture.SignInAsync("kim@example.com");
        await Expect(rep.Locator(".rail a[href=audit]")).ToHaveCountAsync(0);
        await rep.GotoAsync("/audit");
        await Expect(rep.Locator(".audit-body")).ToHaveCountAsync(0);
        await rep.Context.CloseAsync();
    }
}
