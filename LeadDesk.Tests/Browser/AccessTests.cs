using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace LeadDesk.Tests.Browser;

/// <summary>
/// No violation of axe-core on any route of the router and in any state of the gallery, light and dark, live and cut off. One size here;
/// with LEADDESK_SCREENS (a folder) all sizes, and a picture of each goes there.
/// </summary>
public sealed class AccessTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    private static readonly string? Screens = Environment.GetEnvironmentVariable("LEADDESK_SCREENS");

    private static readonly (int Width, int Height)[] Sizes = Screens is null ? [(1440, 900)] : [(1440, 900), (1024, 768), (390, 844)];

    [BrowserFact]
    public async Task Every_route_is_usable_by_everybody() => await WalkAsync(Addresses.Routes);

    [BrowserFact]
    public async Task Every_state_is_usable_by_everybody() => await WalkAsync(Addresses.States);

    private async Task WalkAsync(IEnumerable<string> addresses)
    {
        var found = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            var page = await fixture.PageAsync(width, height);
            foreach (var address in addresses)
            {
                await page.GotoAsync(address);
                await page.Locator("[data-ready=yes]").First.WaitForAsync();
                foreach (var theme in new[] { "light", "dark" })
                {
                    await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
                    await CheckAsync(page, address, theme, width, found);
                }

                await page.EvaluateAsync("() => dispatchEvent(new Event('offline'))");
                await CheckAsync(page, address, "dark-offline", width, found);
            }

            await page.Context.CloseAsync();
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct(StringComparer.Ordinal)));
    }

    private static async Task CheckAsync(IPage page, string address, string look, int width, List<string> found)
    {
        if (Screens is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Screens, $"{address.Replace("/gallery", "", StringComparison.Ordinal).Trim('/').Replace('/', '-')}-{look}-{width}.png") });
        }

        // Colours that are still on their way would be measured half-way.
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => { })))");
        var result = await page.RunAxe(Rules);
        found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{address} {look} {width}: {v.Id}: {n.Target} {n.Html}")));
    }
}
