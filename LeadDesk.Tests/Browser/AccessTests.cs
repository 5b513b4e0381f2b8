using Xunit;

namespace LeadDesk.Tests.Browser;

/// <summary>
/// No violation of axe-core on any route of the router and in any state of the gallery, light and dark, live and cut off. One size here,
/// with all rules in the light and after that those that can find something else; with LEADDESK_SCREENS (a folder) everything in all
/// sizes, and a picture of each goes there.
/// </summary>
public sealed class AccessTests(GalleryFixture fixture) : IClassFixture<GalleryFixture>
{
    private const string Banner = "#components-reconnect-modal";

    private static readonly string? Screens = Environment.GetEnvironmentVariable("LEADDESK_SCREENS");

    private static readonly (int Width, int Height)[] Sizes = Screens is null ? [(1440, 900)] : [(1440, 900), (1024, 768), (390, 844)];

    [BrowserFact]
    public async Task Every_route_is_usable_by_everybody() => await WalkAsync(Addresses.Routes, cut: true);

    /// <summary>A dead line is a state of its own there.</summary>
    [BrowserFact]
    public async Task Every_state_is_usable_by_everybody() => await WalkAsync(Addresses.States, cut: Screens is not null);

    [BrowserFact]
    public async Task What_the_gallery_does_not_list_has_no_page()
    {
        var page = await fixture.PageAsync(1440, 900);
        Assert.Equal(404, (await page.GotoAsync("/gallery/desk/nothing"))!.Status);
        await page.Context.CloseAsync();
    }

    private async Task WalkAsync(IEnumerable<string> addresses, bool cut)
    {
        var found = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            var page = await fixture.PageAsync(width, height);
            await Axe.JoinAsync(page);
            foreach (var address in addresses)
            {
                await Addresses.OpenAsync(page, address);
                await CheckAsync("light", () => Axe.EverythingAsync(page));
                await CheckAsync("dark", () => Screens is null ? Axe.ColoursAsync(page) : Axe.EverythingAsync(page));
                if (cut)
                {
                    await page.EvaluateAsync("() => dispatchEvent(new Event('offline'))");
                    await CheckAsync("dark-offline", () => Axe.EverythingAsync(page, Screens is null ? Banner : null));
                    await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
                }

                if (await page.Locator("#blazor-error-ui").IsVisibleAsync())
                {
                    found.Add($"{address} {width}: its circuit broke");
                }

                async Task CheckAsync(string look, Func<Task<string[]>> ask)
                {
                    await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", look.Split('-')[0]);
                    if (Screens is not null)
                    {
                        await page.ScreenshotAsync(new() { Path = Path.Combine(Screens, $"{address.Replace("/gallery", "", StringComparison.Ordinal).Trim('/').Replace('/', '-')}-{look}-{width}.png") });
                    }

                    found.AddRange((await ask()).Select(f => $"{address} {look} {width}: {f}"));
                }
            }

            await page.Context.CloseAsync();
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct(StringComparer.Ordinal)));
    }
}
