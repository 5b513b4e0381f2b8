using System.Diagnostics;
using System.Text.RegularExpressions;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>The counter on a phone and a tablet, under a thumb: a screen that was locked, a line that goes, a tablet that changes hands.</summary>
public sealed class StoreModeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Floor = """
        {
          "people": [
            { "name": "Mia Berg", "email": "mia@example.com", "role": "store", "password": "a long enough password 7", "pin": "258013" },
            { "name": "Noa Lind", "userName": "noa.lind", "role": "store", "password": "a long enough password 7", "pin": "147036" },
            { "name": "Mo Lund", "email": "mo@example.com", "role": "manager", "password": "a long enough password 7" }
          ],
          "sources": [ { "key": "web", "name": "Website", "kind": "form", "token": "web-token-00000000000000000000" } ],
          "lanes": [ { "key": "board", "name": "Board", "when": {}, "method": "cherryPick", "fallback": "managers" } ]
        }
        """;

    private static readonly Regex Circuit = new("/_blazor", RegexOptions.None, TimeSpan.FromSeconds(1));
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A server that forgets a circuit as soon as its line is lost: what hours do to one that waits minutes.</summary>
    private ShopHost Shop { get; } = new(Floor) { More = s => s.Configure<CircuitOptions>(o => o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(1)) };

    public async Task InitializeAsync()
    {
        Shop.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        SetDefaultExpectTimeout(30_000);
    }

    public async Task DisposeAsync()
    {
        await browser!.DisposeAsync();
        playwright!.Dispose();
        await Shop.DisposeAsync();
    }

    [BrowserFact]
    public async Task A_phone_that_was_locked_for_two_hours_comes_back_to_the_same_card()
    {
        var line = new Line();
        var mia = await StoreAsync("mia@example.com", phone: true, line, clock: true);
        await TakeAsync(mia, "Rina Patel");

        line.Down = true;
        await mia.Context.SetOfflineAsync(true);
        await line.CutAsync();
        await Expect(mia.Locator("html")).ToHaveAttributeAsync("data-offline", "");
        await mia.Clock.FastForwardAsync((long)TimeSpan.FromHours(2).TotalMilliseconds);
        line.Down = false;
        await mia.Context.SetOfflineAsync(false);
        var back = Stopwatch.StartNew();
        await mia.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await mia.Clock.FastForwardAsync(3_000);
        await Expect(mia.Locator("html")).Not.ToHaveAttributeAsync("data-offline", "");
        await Expect(mia.Locator("#card-title .secret")).ToHaveTextAsync("Rina Patel");
        output.WriteLine($"back on the card after {back.ElapsedMilliseconds} ms");
        await Expect(mia.Locator("[data-verb=did]").First).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task What_is_tapped_while_the_line_is_down_is_refused_in_words_and_never_done_later()
    {
        var line = new Line();
        var mia = await StoreAsync("mia@example.com", phone: true, line);
        var lead = await TakeAsync(mia, "Rina Patel");

        // Sockets alone are not the line: without them the page goes on by long polling, and what it does then is done at once.
        line.Down = true;
        await mia.Context.SetOfflineAsync(true);
        await line.CutAsync();
        var banner = mia.Locator("#components-reconnect-modal");
        await Expect(banner).ToBeVisibleAsync();
        await Expect(mia.Locator(".counter-card a.btn.primary")).ToHaveAttributeAsync("href", new Regex("^tel:|^mailto:", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.True(await mia.Locator(".counter-card a.btn.primary").EvaluateAsync<bool>("a => !a.closest('[inert]')"));
        var reached = mia.Locator("[data-verb=did][data-value=Reached]");
        Assert.True(await reached.EvaluateAsync<bool>("b => b.inert"));

        // However the press comes about: by a finger that slides onto it, by a program that helps to read, by a key.
        await reached.TapAsync(new() { Force = true });
        await reached.DispatchEventAsync("click");
        await reached.EvaluateAsync("b => { b.inert = false; b.focus(); b.click(); }");
        await Expect(banner).ToContainTextAsync("Not done");

        Assert.Empty(Attempts(lead));
        line.Down = false;
        await mia.Context.SetOfflineAsync(false);
        await Expect(mia.Locator("html")).Not.ToHaveAttributeAsync("data-offline", "");
        await Expect(mia.Locator("#card-title .secret")).ToHaveTextAsync("Rina Patel");
        await reached.TapAsync();
        await Expect(mia.Locator(".toast")).ToContainTextAsync("Rina Patel");
        Assert.Single(Attempts(lead));
    }

    [BrowserFact]
    public async Task A_tap_that_lay_in_a_dead_line_is_not_done_when_it_arrives()
    {
        var mia = await StoreAsync("mia@example.com", phone: true);
        var lead = await TakeAsync(mia, "Rina Patel");
        await mia.Clock.SetFixedTimeAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-30));
        var reached = mia.Locator("[data-verb=did][data-value=Reached]");
        await reached.TapAsync();
        await Expect(mia.Locator(".toast")).ToContainTextAsync("Nothing was done");
        Assert.Empty(Attempts(lead));

        // The clocks have been put right meanwhile.
        await reached.TapAsync();
        await Expect(mia.Locator(".toast")).ToContainTextAsync("Rina Patel");
        Assert.Single(Attempts(lead));
    }

    [BrowserFact]
    public async Task A_tablet_changes_hands_and_nothing_of_the_one_before_is_left_on_it()
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Shop.Url, Locale = "en-GB", ViewportSize = new() { Width = 1024, Height = 768 }, HasTouch = true, IsMobile = true });
        context.SetDefaultTimeout(30_000);
        var tablet = await context.NewPageAsync();
        await SignInAsync(tablet, "mo@example.com", "/devices");
        await tablet.FillAsync("#name", "Counter tablet");
        await tablet.Keyboard.PressAsync("Enter");
        await Expect(tablet.Locator(".devices .tag")).ToBeVisibleAsync();
        await tablet.GotoAsync("/floor");
        await LeaveAsync(tablet);

        await SwitchAsync(tablet, "Mia", "258013");
        await ReadyAsync(tablet);
        await TakeAsync(tablet, "Rina Patel");
        var address = tablet.Url;
        await LeaveAsync(tablet);
        await SwitchAsync(tablet, "Noa", "147036");
        await Expect(tablet.Locator(".counter-top")).ToContainTextAsync("Noa");
        Assert.DoesNotContain("Rina", await tablet.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal("", await tablet.EvaluateAsync<string>("() => Object.keys(sessionStorage).join()"));
        await tablet.GotoAsync(address);
        await tablet.Locator(".counter-body[data-version]").WaitForAsync();
        Assert.DoesNotContain("Rina", await tablet.ContentAsync(), StringComparison.Ordinal);
        await tablet.GoBackAsync();
        Assert.DoesNotContain("Rina", await tablet.ContentAsync(), StringComparison.Ordinal);

        // And back: the card is where it was left.
        await tablet.GotoAsync("/store");
        await LeaveAsync(tablet);
        await SwitchAsync(tablet, "Mia", "258013");
        await Expect(tablet.Locator("#card-title .secret-short").Or(tablet.Locator("#card-title .secret")).First).ToBeAttachedAsync();
        Assert.Contains("Rina", await tablet.ContentAsync(), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_colleague_who_knows_the_customer_gets_the_lead_with_one_tap()
    {
        var mia = await StoreAsync("mia@example.com", phone: true);
        var first = await TakeAsync(mia, "Rina Patel", "rina@example.com", "ring");
        await Shop.CloseAsync(first);
        var noa = await StoreAsync("noa.lind", phone: false);
        var second = await TakeAsync(noa, "Rina Patel", "rina@example.com", "watch");
        await Expect(noa.Locator(".ribbon")).ToContainTextAsync("Mia Berg knows this customer");
        await noa.Locator(".ribbon .btn").TapAsync();
        await Expect(noa.Locator(".ribbon")).ToHaveCountAsync(0);
        Assert.Equal(1, Shop.Services.GetRequiredService<CommittedFloor>().Now.Leads[new LeadId(second)].Owner!.Value.Number);
    }

    private IReadOnlyList<Attempt> Attempts(Guid lead) => [.. Shop.Services.GetRequiredService<CommittedFloor>().Now.Leads[new LeadId(lead)].Attempts];

    private async Task<Guid> TakeAsync(IPage page, string name, string? email = null, string product = "bracelet")
    {
        var lead = await Shop.PostLeadAsync(name, product, email);
        await page.Locator("[data-verb=take]").TapAsync();
        await Expect(page.Locator("#card-title .secret")).ToHaveTextAsync(name, new() { UseInnerText = false });
        return lead;
    }

    private async Task<IPage> StoreAsync(string login, bool phone, Line? line = null, bool clock = false)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Shop.Url, Locale = "en-GB", ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1024, Height = 768 }, HasTouch = true, IsMobile = true });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        if (line is not null)
        {
            await page.RouteWebSocketAsync(Circuit, line.Join);
        }

        if (clock)
        {
            await page.Clock.InstallAsync();
        }

        await SignInAsync(page, login, "/store");
        await ReadyAsync(page);
        return page;
    }

    private static async Task SignInAsync(IPage page, string login, string to)
    {
        await page.GotoAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(to));
        await page.FillAsync("#email", login);
        await page.FillAsync("#password", ShopHost.Password);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task ReadyAsync(IPage page)
    {
        await page.Locator(".counter-body[data-version]").WaitForAsync();
        if (await page.Locator(".with-customer > .btn").IsVisibleAsync())
        {
            await page.Locator(".with-customer > .btn").TapAsync();
        }

        await Expect(page.Locator("[role=switch]")).ToBeVisibleAsync();
    }

    private static async Task LeaveAsync(IPage tablet)
    {
        await tablet.Locator("[data-ready=yes]").First.WaitForAsync();
        await tablet.Locator("[popovertarget=me-menu]").First.ClickAsync();
        await tablet.Locator("#me-menu form[action=\"/switch/leave\"] button").ClickAsync();
        await Expect(tablet.Locator(".switch .faces")).ToBeAttachedAsync();
    }

    private static async Task SwitchAsync(IPage tablet, string who, string pin)
    {
        await tablet.Locator(".face", new() { HasText = who }).TapAsync();
        foreach (var digit in pin)
        {
            await tablet.Locator($"[data-digit='{digit}']").TapAsync();
        }

        await tablet.Locator(".pad .primary").TapAsync();
        await tablet.WaitForURLAsync("**/store**");
        await tablet.Locator(".counter-body[data-version]").WaitForAsync();
    }
}
