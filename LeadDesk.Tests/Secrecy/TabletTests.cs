using System.Text.RegularExpressions;
using LeadDesk.App.Account;
using LeadDesk.App.Live;
using LeadDesk.Tests.Api;
using LeadDesk.Tests.Browser;
using LeadDesk.Tests.Make;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Secrecy;

/// <summary>
/// A tablet on the counter that goes from hand to hand, its connection cut again and again: nothing of the former person is left on it.
/// LEADDESK_FAULTS=full makes it 50 switches: see README.md beside this file.
/// </summary>
public sealed class TabletTests
{
    private const string Password = "a long enough password 7";
    private static readonly int Switches = Extent.Of("LEADDESK_SWITCHES", 2, 50);

    [BrowserFact]
    public async Task A_tablet_goes_from_hand_to_hand_and_shows_nothing_of_the_one_before()
    {
        await using var host = new DeskHost(Floors.With());
        await host.Services.GetRequiredService<Accounts>().ProvisionManyAsync([new("kim", "kim@example.com", Password, Pin: "2580"), new("lee", "lee@example.com", Password, Pin: "147036"), new("dana", "dana@example.com", Password)]);
        var people = host.Services.GetRequiredService<PeopleDirectory>().All.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var who in new[] { "kim", "lee" })
        {
            await host.ComeAsync(who);
            await host.LeadAsync("push", new { name = $"Customer of-{who}" });
            (await host.As(who).PutAsync("desk/presence", new { presence = "break" })).Is(200);
        }

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new() { BaseURL = host.Url, Locale = "en-GB", ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        context.SetDefaultTimeout(30_000);
        SetDefaultExpectTimeout(30_000);
        var tablet = await context.NewPageAsync();
        await ApproveAsync(tablet);
        await SwitchAsync(tablet, "kim", "2580");

        // A second page of the same tablet lies open all the time, and its line is bad.
        var line = new Line();
        var open = await context.NewPageAsync();
        await open.RouteWebSocketAsync(new Regex("/_blazor", RegexOptions.None, TimeSpan.FromSeconds(1)), line.Join);
        await open.GotoAsync("/desk");
        await Expect(open.Locator("main")).ToContainTextAsync("Customer of-kim");
        var (former, next) = ("kim", "lee");
        for (var i = 0; i < Switches; i++)
        {
            await tablet.GotoAsync("/desk");
            await Expect(tablet.Locator("main")).ToContainTextAsync($"Customer of-{former}");
            await tablet.EvaluateAsync("note => sessionStorage.setItem(`leaddesk-draft:${document.documentElement.dataset.me}:lead`, note)", $"a note of {former}");
            line.Down = true;
            await line.CutAsync();

            await LeaveAsync(tablet);
            Assert.Equal(0, await tablet.EvaluateAsync<int>("() => Object.keys(sessionStorage).filter(k => k.startsWith('leaddesk-draft')).length"));
            await tablet.GoBackAsync();
            Assert.DoesNotContain("Customer", await tablet.ContentAsync(), StringComparison.Ordinal);
            await SwitchAsync(tablet, next, next == "kim" ? "2580" : "147036");
            line.Down = false;

            await Expect(tablet.Locator("main")).ToContainTextAsync($"Customer of-{next}");
            // Whether its line came back before or after the switch: it is the next one's page now, or the faces.
            await Expect(open.Locator(".faces").Or(open.Locator("main", new() { HasText = $"Customer of-{next}" })).First).ToBeAttachedAsync();
            await AssertNothingOfAsync(former, tablet, open);
            await open.GotoAsync("/desk");
            await Expect(open.Locator("main")).ToContainTextAsync($"Customer of-{next}");
            await AssertNothingOfAsync(former, tablet, open);

            await UntilGoneAsync(host.Services.GetRequiredService<Connections>(), people[former], open);
            (former, next) = (next, former);
        }

        await context.CloseAsync();
    }

    /// <summary>The manager makes this tablet a shared one, on the tablet itself, and leaves it.</summary>
    private static async Task ApproveAsync(IPage tablet)
    {
        await tablet.GotoAsync("/sign-in?returnUrl=%2Fdevices");
        await tablet.FillAsync("#email", "dana@example.com");
        await tablet.FillAsync("#password", Password);
        await tablet.Keyboard.PressAsync("Enter");
        await tablet.FillAsync("#name", "Counter tablet");
        await tablet.Keyboard.PressAsync("Enter");
        await Expect(tablet.Locator(".devices .tag")).ToBeVisibleAsync();
        await tablet.GotoAsync("/floor");
        await LeaveAsync(tablet);
    }

    private static async Task LeaveAsync(IPage tablet)
    {
        await tablet.Locator("[data-ready=yes]").First.WaitForAsync();
        await tablet.Locator("[popovertarget=me-menu]").First.ClickAsync();
        await tablet.Locator("#me-menu form[action=\"/switch/leave\"] button").ClickAsync();
        await Expect(tablet.Locator(".switch .faces")).ToBeAttachedAsync();
    }

    /// <summary>A tap on the face, a tap for each digit: every target is big enough for a thumb.</summary>
    private static async Task SwitchAsync(IPage tablet, string who, string pin)
    {
        await tablet.GotoAsync("/switch");
        var face = tablet.Locator(".face", new() { HasText = who });
        await Expect(tablet.Locator(".face")).ToHaveCountAsync(2);
        await BigAsync(face);
        await face.TapAsync();
        foreach (var digit in pin)
        {
            var key = tablet.Locator($"[data-digit='{digit}']");
            await BigAsync(key);
            await key.TapAsync();
        }

        await tablet.Locator(".pad .primary").TapAsync();
        await tablet.WaitForURLAsync("**/desk");
    }

    private static async Task AssertNothingOfAsync(string former, params IPage[] pages)
    {
        foreach (var page in pages)
        {
            var shown = await page.ContentAsync();
            Assert.DoesNotContain($"of-{former}", shown, StringComparison.Ordinal);
            Assert.DoesNotContain($"a note of {former}", shown, StringComparison.Ordinal);
        }
    }

    private static async Task BigAsync(ILocator target)
    {
        // Asked in the moment a page gives way to the next, a target that was seen has no box: then it is looked for anew.
        LocatorBoundingBoxResult? box = null;
        for (var i = 0; box is null && i < 10; i++)
        {
            await Expect(target).ToBeVisibleAsync();
            box = await target.BoundingBoxAsync();
        }

        Assert.True(box is { Width: >= 44, Height: >= 44 }, $"{box?.Width} x {box?.Height}");
    }

    /// <summary>The next one's page counts as theirs alone: the former person has no connection left.</summary>
    private static async Task UntilGoneAsync(Connections connections, DirectoryEntry person, IPage page)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (connections.IsConnected(person.Number))
        {
            limit.Token.ThrowIfCancellationRequested();
            await page.TitleAsync();
        }
    }
}
