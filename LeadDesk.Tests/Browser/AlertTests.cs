using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>What rings and is shown outside the page: it leads to the lead, and managers hear of what is late.</summary>
public sealed class AlertTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    private const string Unwatched = """
        Object.defineProperty(document, 'hidden', { get: () => window.unwatched === true });
        window.notes = [];
        window.Notification = class {
          constructor(title) { this.title = title; window.notes.push(this); }
          close() { }
          static permission = 'granted';
        };
        """;

    [BrowserFact]
    public async Task A_notification_of_a_late_lead_opens_it_on_the_page()
    {
        var lead = await LeadAsync("Rina Patel");
        var (kim, hub) = await SignInAsync("kim@example.com", "/desk");
        await kim.Locator($"[data-id='{lead}'] [data-verb=open]").WaitForAsync();
        await kim.EvaluateAsync("() => { window.stayed = true; }");

        await hub.SayAsync("DeskChanged", Desk(1));
        await hub.SayAsync("DeskChanged", Desk(2, new { id = lead, due = new { band = "breach" } }));
        await ClickAsync(kim, "One of your leads is late");

        await Expect(kim.Locator("#lead-name")).ToHaveTextAsync("Rina Patel");
        Assert.True(await kim.EvaluateAsync<bool>("() => window.stayed"));
        await kim.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_notification_of_a_lead_that_is_due_opens_it_from_any_page()
    {
        var lead = await LeadAsync("Ada Quist");
        foreach (var (from, to) in new[] { ("/settings", "/desk"), ("/store", "/store") })
        {
            var (kim, hub) = await SignInAsync("kim@example.com", from);
            await hub.SayAsync("DeskChanged", Desk(1));
            await hub.SayAsync("DeskChanged", Desk(2, new { id = lead, nextAt = "2026-11-19T11:00:00Z" }));
            await ClickAsync(kim, "Time to come back to a lead");

            await kim.WaitForURLAsync($"**{to}?lead={lead}");
            await Expect(kim.Locator("main")).ToContainTextAsync("Ada Quist");
            await kim.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task Who_leads_the_floor_hears_once_that_another_lead_is_late()
    {
        var (mo, hub) = await SignInAsync("mo@example.com", "/rules");
        await hub.SayAsync("FloorChanged", Floor(1, late: 3));
        await hub.SayAsync("FloorChanged", Floor(2, late: 2));
        await hub.SayAsync("FloorChanged", Floor(3, late: 3));
        await Expect(mo.Locator("html")).ToHaveAttributeAsync("data-rang", "1");

        // An own lead rings by itself, and what was late before the line came back is no news.
        await hub.SayAsync("DeskChanged", Desk(4));
        await hub.SayAsync("DeskChanged", Desk(5, new { id = Guid.NewGuid(), due = new { band = "breach" } }));
        await hub.SayAsync("FloorChanged", Floor(5, late: 4));
        await mo.WaitForFunctionAsync("() => window.notes.length === 2");
        await hub.CutAsync();
        await hub.SayAsync("FloorChanged", Floor(6, late: 9));
        await hub.SayAsync("FloorChanged", Floor(7, late: 10));
        await mo.WaitForFunctionAsync("() => window.notes.length === 3");

        Assert.Equal(["A lead is late", "One of your leads is late", "A lead is late"], await mo.EvaluateAsync<string[]>("() => window.notes.map(n => n.title)"));
        await mo.EvaluateAsync("() => window.notes[2].onclick()");
        await Expect(mo).ToHaveURLAsync($"{fixture.Shop.Url}/floor");
        await mo.Context.CloseAsync();
    }

    private static object Desk(long version, params object[] mine) => new { version, at = "2026-11-19T12:00:00Z", mine, offers = Array.Empty<object>(), alerts = Array.Empty<object>(), waiting = Array.Empty<object>() };

    private static object Floor(long version, int late) => new { version, counts = new { late } };

    private static async Task ClickAsync(IPage page, string title)
    {
        await page.WaitForFunctionAsync("() => window.notes.length === 1");
        Assert.Equal(title, await page.EvaluateAsync<string>("() => window.notes[0].title"));
        await page.EvaluateAsync("() => window.notes[0].onclick()");
    }

    /// <summary>A page that nobody looks at, with the desk's part of the line in the hand of the test.</summary>
    private async Task<(IPage Page, SpokenHub Hub)> SignInAsync(string email, string path)
    {
        var page = await fixture.SignInAsync(email);
        var hub = new SpokenHub();
        await page.AddInitScriptAsync(Unwatched);
        await page.RouteWebSocketAsync("**/hubs/desk", hub.Join);
        await page.GotoAsync(path);
        await page.Locator(ShopFixture.Live).WaitForAsync();
        await page.EvaluateAsync("() => { window.unwatched = true; }");
        return (page, hub);
    }

    /// <summary>A lead that Kim has.</summary>
    private async Task<Guid> LeadAsync(string name)
    {
        var lead = await fixture.Shop.PostLeadAsync(name, "necklace");
        await fixture.Shop.Services.GetRequiredService<DeskLoop>().SendAsync(new AssignLead(Actor.Person(new RepId(3), "test"), new LeadId(lead), new RepId(1), "test", Force: true, null, Guid.NewGuid()));
        return lead;
    }
}
