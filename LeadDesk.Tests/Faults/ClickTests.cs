using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Browser;
using LeadDesk.Tests.Make;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Faults;

/// <summary>
/// Exactly one event for each intent, whatever hand and line do: double clicks, two tabs, a line cut right after the click, reload and Back.
/// A few of each in short; 1,000 double clicks, 200 races and 100 cuts with LEADDESK_FAULTS=full.
/// </summary>
[Trait("Category", "Faults")]
public sealed class ClickTests(ClickFixture kims, ITestOutputHelper output) : IClassFixture<ClickFixture>
{
    private static readonly (int Doubles, int Races, int Cuts) Much = Extent.IsFull ? (1000, 200, 100) : (8, 4, 4);

    [BrowserFact]
    public async Task A_double_click_is_one_click()
    {
        var page = await kims.KimAsync(kims.Url);
        var oldest = await kims.PostAsync("ring");
        for (var i = 0; i < Much.Doubles / 4; i++)
        {
            // From the board, and blind: there a second click would be a second lead.
            var seen = await kims.PostAsync("bracelet");
            await ShowAsync(page, seen);
            await page.Locator($".board [data-id='{seen}'] [data-verb=claim]").DblClickAsync();
            await OnceAsync(page, seen);
            var next = await kims.PostAsync("ring");
            while (!kims.IsKims(oldest))
            {
                // Within a second after the last one it would still be the same intent.
                await page.Locator("section.next button").DblClickAsync();
                await Task.WhenAny(kims.UntilAsync(() => kims.IsKims(oldest)), Task.Delay(250));
            }

            await OnceAsync(page, oldest);
            Assert.Equal(0, kims.Count<LeadEvent.Taken>(next));
            await kims.ClearAsync();
            oldest = next;
        }

        output.WriteLine($"{Much.Doubles} double clicks and more: one event each.");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Two_tabs_that_click_at_once_are_one_click()
    {
        var page = await kims.KimAsync(kims.Url);
        var other = await ClickFixture.TabAsync(page, null);
        for (var i = 0; i < Much.Races / 2; i++)
        {
            var lead = await kims.PostAsync("bracelet");
            await ShowAsync(page, lead);
            await ShowAsync(other, lead);
            await BothAsync(page, other, $".board [data-id='{lead}'] [data-verb=claim]");
            await kims.UntilAsync(() => kims.IsKims(lead));
            await page.GotoAsync($"/desk?lead={lead}");
            await other.GotoAsync($"/desk?lead={lead}");
            await BothAsync(page, other, "[data-ready=yes] [data-verb=did-NoAnswer]");
            await SettledAsync(page);
            await SettledAsync(other);
            Assert.Equal((1, 1), (kims.Count<LeadEvent.Taken>(lead), kims.Count<LeadEvent.Attempted>(lead)));
            await kims.ClearAsync();
        }

        output.WriteLine($"{Much.Races} races of two tabs: one event each.");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Reload_and_Back_do_nothing_again()
    {
        var page = await kims.KimAsync(kims.Url);
        var lead = await kims.PostAsync("bracelet");
        await ShowAsync(page, lead);
        await page.Locator($".board [data-id='{lead}'] [data-verb=claim]").ClickAsync();
        await OnceAsync(page, lead);

        await page.GotoAsync($"/desk?lead={lead}");
        await SettledAsync(page);
        await page.ReloadAsync();
        await SettledAsync(page);
        await page.GoBackAsync();
        await page.GoForwardAsync();
        await SettledAsync(page);

        Assert.Equal((1, 1), (kims.Count<LeadEvent.Taken>(lead), kims.Count<LeadEvent.Attempted>(lead)));
        await kims.ClearAsync();
        await page.Context.CloseAsync();
    }

    [CutFact]
    public async Task A_line_cut_right_after_the_click_makes_one_event_and_the_screen_comes_back_true()
    {
        using var line = await CutProxy.StartAsync(new Uri(kims.Url));
        var page = await kims.KimAsync(line.Url);
        var lost = 0;
        for (var i = 0; i < Much.Cuts / 2; i++)
        {
            var lead = await kims.PostAsync("bracelet");
            await ShowAsync(page, lead);
            lost += await ThroughAsync(page, line, $".board [data-id='{lead}'] [data-verb=claim]", () => kims.IsKims(lead));
            await page.GotoAsync($"/desk?lead={lead}");
            lost += await ThroughAsync(page, line, "[data-ready=yes] [data-verb=did-NoAnswer]", () => kims.Attempts(lead) > 0);
            await Expect(page.Locator($".mine-col [data-id='{lead}']")).ToBeVisibleAsync();
            Assert.Equal((1, 1), (kims.Count<LeadEvent.Taken>(lead), kims.Count<LeadEvent.Attempted>(lead)));
            await kims.ClearAsync();
        }

        output.WriteLine($"{Much.Cuts} cuts right after the click, {lost} clicks did not get through and were made again: one event each.");
        await page.Context.CloseAsync();
    }

    /// <summary>The lead is Kim's by one event; then it is tried once, with a double click.</summary>
    private async Task OnceAsync(IPage page, Guid lead)
    {
        await kims.UntilAsync(() => kims.IsKims(lead));
        var row = page.Locator($".mine-col [data-id='{lead}'] [data-verb=open]");
        await row.ClickAsync();
        await Expect(row).ToHaveAttributeAsync("aria-current", "true");
        await page.Locator("[data-verb=did-NoAnswer]").DblClickAsync();
        await kims.UntilAsync(() => kims.Attempts(lead) > 0);
        await SettledAsync(page);
        Assert.Equal((1, 1), (kims.Count<LeadEvent.Taken>(lead), kims.Count<LeadEvent.Attempted>(lead)));
    }

    /// <summary>A circuit takes its events in order: once it has answered a later click, all earlier ones are through.</summary>
    private static async Task SettledAsync(IPage page)
    {
        await page.Locator("[data-ready=yes]").WaitForAsync();
        var later = page.Locator("[data-verb=step-Later]");
        await later.ClickAsync();
        await Expect(later).ToHaveAttributeAsync("aria-expanded", "true");
        await later.ClickAsync();
        await Expect(later).ToHaveAttributeAsync("aria-expanded", "false");
    }

    /// <summary>New leads wait above a board until they are asked for.</summary>
    private static async Task ShowAsync(IPage page, Guid lead)
    {
        var row = page.Locator($".board [data-id='{lead}']");
        var show = page.Locator(".board [data-verb=show]");
        await row.Or(show).First.WaitForAsync();
        await ClickAsync(page, ".board [data-verb=show]");
        await row.WaitForAsync();
    }

    private static async Task BothAsync(IPage one, IPage other, string button)
    {
        await one.Locator(button).WaitForAsync();
        await other.Locator(button).WaitForAsync();
        await Task.WhenAll(ClickAsync(one, button), ClickAsync(other, button));
    }

    /// <summary>At once, without waiting for the button to hold still.</summary>
    private static Task ClickAsync(IPage page, string button) => page.EvaluateAsync("b => document.querySelector(b)?.click()", button);

    /// <summary>Clicks and cuts the line; when the page is live again and nothing has happened, clicks once more, as anybody would. The number of clicks that were lost.</summary>
    private static async Task<int> ThroughAsync(IPage page, CutProxy line, string button, Func<bool> done)
    {
        var lost = -1;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!done())
        {
            lost++;
            limit.Token.ThrowIfCancellationRequested();
            await page.Locator(button).WaitForAsync();
            await ClickAsync(page, button);
            if (lost == 0)
            {
                await line.CutAsync();
                await page.WaitForFunctionAsync("() => !document.documentElement.hasAttribute('data-offline') && document.querySelector('[data-ready=yes]')");
            }

            // The click was taken in before the line was cut, or never will be.
            await page.ReloadAsync();
            await page.Locator("[data-ready=yes]").WaitForAsync();
        }

        return Math.Max(0, lost);
    }
}
