using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>A screen on the wall: live by itself, honest when it is not, and closed when its link is.</summary>
public sealed class WallTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    private static readonly Regex Minutes = new(@"^\d:\d\d$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [BrowserFact]
    public async Task A_link_made_by_a_manager_shows_the_floor_live_until_it_is_revoked()
    {
        await fixture.Shop.ClearAsync();
        var mo = await fixture.SignInAsync("mo@example.com");
        var wall = await WallAsync(mo, "Over the till");
        await Expect(Figure(wall, "waiting")).ToHaveTextAsync("0");
        await Expect(Figure(wall, "longest")).ToHaveTextAsync("–");

        await fixture.Shop.PostLeadAsync("Amelia Hart", "necklace");

        await Expect(Figure(wall, "waiting")).ToHaveTextAsync("1");
        await Expect(wall.Locator("[data-tile=waiting]")).ToContainTextAsync("Nobody is Ready");
        await Expect(wall.Locator("[data-tile=waiting] .sign")).ToHaveTextAsync("!!");
        await Expect(wall.Locator(".strip-dot")).ToHaveCountAsync(1);
        await Expect(Figure(wall, "longest")).ToHaveTextAsync(Minutes);
        Assert.DoesNotContain("Amelia", await wall.ContentAsync(), StringComparison.Ordinal);

        // The link was shown once: the page that comes after it knows its name only.
        await mo.GotoAsync("/walls");
        await Expect(mo.Locator("#link")).ToHaveCountAsync(0);
        await mo.Locator("li", new() { HasText = "Over the till" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(wall.Locator("h1")).ToHaveTextAsync("This wallboard link is closed");
        await wall.Context.CloseAsync();
        await mo.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_wall_that_is_cut_off_says_so_within_a_minute_and_comes_back_by_itself()
    {
        await fixture.Shop.ClearAsync();
        var mo = await fixture.SignInAsync("mo@example.com");
        var line = new Line();
        var wall = await WallAsync(mo, "Window", line);
        await Expect(wall.Locator("[data-dead]")).ToBeHiddenAsync();

        line.Down = true;
        await line.CutAsync();
        await fixture.Shop.PostLeadAsync("Tom Reyes", "necklace");
        await wall.Clock.FastForwardAsync(25_000);
        await Expect(wall.Locator("[data-wall]")).ToHaveAttributeAsync("data-old", "");
        await Expect(wall.Locator("[data-dead]")).ToBeHiddenAsync();
        await wall.Clock.FastForwardAsync(35_000);
        await Expect(wall.Locator("[data-dead]")).ToContainTextAsync("NOT LIVE since");
        await Expect(Figure(wall, "waiting")).ToHaveTextAsync("0");

        line.Down = false;
        await wall.Clock.FastForwardAsync(16_000);
        await Expect(wall.Locator("[data-dead]")).ToBeHiddenAsync();
        await Expect(Figure(wall, "waiting")).ToHaveTextAsync("1");
        await wall.Context.CloseAsync();
        await mo.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_wall_is_usable_by_everybody_live_and_cut_off_light_and_dark()
    {
        var mo = await fixture.SignInAsync("mo@example.com");
        var line = new Line();
        var wall = await WallAsync(mo, "Door", line);
        await fixture.Shop.PostLeadAsync("Rina Patel", "necklace");
        await Expect(wall.Locator(".strip-dot").First).ToBeVisibleAsync();
        var found = await AxeAsync(wall);
        line.Down = true;
        await line.CutAsync();
        await wall.Clock.FastForwardAsync(61_000);
        await Expect(wall.Locator("[data-dead]")).ToBeVisibleAsync();
        found.AddRange(await AxeAsync(wall));
        Assert.True(found.Count == 0, string.Join('\n', found));

        await wall.SetViewportSizeAsync(320, 700);
        Assert.True(await wall.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await wall.Context.CloseAsync();
        await mo.Context.CloseAsync();
    }

    private static async Task<List<string>> AxeAsync(IPage wall)
    {
        var rules = new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };
        var found = new List<string>();
        foreach (var theme in new[] { "light", "dark" })
        {
            await wall.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
            await wall.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => { })))");
            found.AddRange((await wall.RunAxe(rules)).Violations.SelectMany(v => v.Nodes.Select(n => $"{theme}: {v.Id}: {n.Target} {n.Html}")));
        }

        return found;
    }

    private static ILocator Figure(IPage wall, string tile) => wall.Locator($"[data-tile={tile}] [data-figure]");

    /// <summary>The manager makes a link on the page; a browser of nobody opens it.</summary>
    private static async Task<IPage> WallAsync(IPage manager, string name, Line? line = null)
    {
        await manager.GotoAsync("/walls");
        await manager.FillAsync("#name", name);
        await manager.Keyboard.PressAsync("Enter");
        var link = await manager.Locator("#link").InputValueAsync();
        var context = await manager.Context.Browser!.NewContextAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = 1920, Height = 1080 } });
        context.SetDefaultTimeout(30_000);
        var wall = await context.NewPageAsync();
        if (line is not null)
        {
            await wall.Clock.InstallAsync();
            await wall.RouteWebSocketAsync("**/hubs/desk**", line.Join);
        }

        await wall.GotoAsync(link);
        await wall.Locator("[data-wall]").WaitForAsync();
        await wall.WaitForFunctionAsync("() => document.querySelector('[data-wall]').dataset.version");
        return wall;
    }
}
