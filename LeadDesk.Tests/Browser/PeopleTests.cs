using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
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

    [BrowserFact]
    public async Task What_was_pressed_in_the_dark_is_not_saved_and_the_next_press_is()
    {
        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.GotoAsync("/people");
        await manager.Locator(".people a", new() { HasText = "Mia Berg" }).First.ClickAsync();
        await manager.FillAsync("#p-places", "6");
        await MakeLateAsync(manager);
        await manager.Locator(".top .primary").ClickAsync();
        await Expect(manager.Locator(".toast")).ToContainTextAsync("line was down");
        await manager.Locator(".top .primary").ClickAsync();
        await Expect(manager.Locator(".toast")).ToContainTextAsync("Saved");

        await manager.GotoAsync("/people");
        await manager.Locator(".top .primary").ClickAsync();
        await manager.FillAsync("#add-name", "Nell Hay");
        await manager.FillAsync("#add-email", "nell@example.com");
        await MakeLateAsync(manager);
        await manager.Locator("dialog .primary").ClickAsync();
        await Expect(manager.Locator("#add-faults")).ToContainTextAsync("line was down");
        Assert.Null(fixture.Shop.Services.GetRequiredService<PeopleDirectory>().FindByEmail("nell@example.com"));
        await manager.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Why_somebody_was_not_added_is_said_in_the_dialog_and_not_again_when_it_is_opened_anew()
    {
        await using var shop = new ShopHost();
        shop.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var manager = await ShopFixture.SignInAsync(browser, shop.Url, "mo@example.com");
        await manager.GotoAsync("/people");
        await manager.Locator(".top .primary").ClickAsync();
        await manager.FillAsync("#add-name", "Nia Vale");
        await manager.FillAsync("#add-email", "nia@example.com");
        await shop.Services.GetRequiredService<DeskLoop>().StopAsync(CancellationToken.None);
        await manager.Locator("dialog .primary").ClickAsync();
        await Expect(manager.Locator("#add-faults")).ToContainTextAsync("Nothing was saved just now");
        await Expect(manager.Locator(".toast")).ToHaveCountAsync(0);

        await manager.Locator("dialog [data-close]").ClickAsync();
        await manager.Locator(".top .primary").ClickAsync();
        await Expect(manager.Locator("#add-name")).ToHaveValueAsync("");
        await Expect(manager.Locator("#add-faults li")).ToHaveCountAsync(0);
    }

    /// <summary>The next press tells that it was made a minute ago.</summary>
    private static Task MakeLateAsync(IPage page) => page.EvaluateAsync("() => { const now = Date.now.bind(Date); Date.now = () => now() - 60000; }");

    [BrowserFact]
    public async Task Whoever_leaves_with_open_leads_hands_them_over_and_one_undo_takes_all_back()
    {
        var shop = fixture.Shop;
        var (kim, dana, mo) = (new RepId(1), new RepId(2), new RepId(3));
        LeadId[] leads = [new(await shop.PostLeadAsync("Ann Bell", "pearl")), new(await shop.PostLeadAsync("Bo Carr", "pearl"))];
        foreach (var lead in leads)
        {
            await shop.Services.GetRequiredService<DeskLoop>().SendAsync(new AssignLead(Actor.Person(mo, "test"), lead, dana, "hers", Force: true, null, Guid.NewGuid()));
        }

        RepId?[] Owners() => [.. leads.Select(l => shop.Services.GetRequiredService<CommittedFloor>().Now.Leads[l].Owner)];
        Assert.Equal([dana, dana], Owners());
        var manager = await fixture.SignInAsync("mo@example.com");
        await manager.GotoAsync("/people");
        await manager.Locator(".people a", new() { HasText = "Dana Wu" }).First.ClickAsync();
        await manager.Locator("[aria-labelledby=person-leave] .btn").ClickAsync();
        await Expect(manager.Locator("dialog legend")).ToContainTextAsync("2");
        await manager.Locator("dialog input[value=HandTo]").CheckAsync();
        await manager.SelectOptionAsync("#leave-to", "1");
        await manager.Locator("dialog .primary").ClickAsync();
        await Expect(manager.Locator(".top")).ToContainTextAsync("Has left");
        Assert.Equal([kim, kim], Owners());

        await manager.Locator(".toast .btn").ClickAsync();
        await Expect(manager.Locator("[aria-labelledby=person-leave] h2")).Not.ToHaveTextAsync("Has left");
        Assert.Equal([dana, dana], Owners());
        await manager.Context.CloseAsync();
    }
}
