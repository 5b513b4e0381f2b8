using System.Globalization;
using Bunit;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Fairness;

/// <summary>The fairness watch on its page: for each picture a sentence and a table.</summary>
public sealed class WatchBodyTests : Stage
{
    private static readonly (Guid Kim, Guid Lee, Guid Mo) Ids = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

    private static readonly WatchView View = new(new DateOnly(2026, 11, 13), new DateOnly(2026, 11, 19), 7, true,
    [
        new(WatchKind.Declined, 14, 40,
        [
            new(Ids.Kim, "Kim", false, new(new RepId(1), 12, 20, 2, 20, true)),
            new(Ids.Lee, "Lee", false, new(new RepId(2), 2, 20, 12, 20, false)),
        ]),
        new(WatchKind.Participation, 0, 0, []),
    ],
    [new("board", "", 6, 2, 8000, 2, 1, 100), new("board", "web", 6, 2, 8000, 1, 1, 100), new("board", "shop", 0, 0, 0, 1, 0, 0)],
    [new(Ids.Mo, "Mo", Ids.Kim, "Kim", 3, 1), new(Ids.Mo, "Mo", Ids.Mo, "Mo", 1, 0)])
    {
        Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["board"] = "Open board", ["web"] = "Website" },
    };

    public WatchBodyTests() => Services.AddSingleton<WatchWording>();

    [Fact]
    public void Each_figure_has_a_sentence_a_bar_and_a_row_for_each_person()
    {
        var body = Render<WatchBody>(p => p.Add(b => b.View, View));

        var card = body.Find("[aria-labelledby=watch-Declined]");
        Assert.Equal("14 of 40 offers were passed on or lapsed. Kim (12 of 20) stands out beyond what chance explains.", card.QuerySelector(".lead-in")!.TextContent);
        Assert.Equal(["marked", null], card.QuerySelectorAll("tbody tr").Select(r => r.GetAttribute("class")));
        Assert.Equal("60", card.QuerySelector(".part")!.GetAttribute("width"));
        Assert.Contains("No alert rang", body.Find("[aria-labelledby=watch-Participation]").TextContent, StringComparison.Ordinal);
        Assert.Empty(body.FindAll("[aria-labelledby=watch-Participation] table"));
    }

    [Fact]
    public void What_is_left_behind_and_who_gave_to_whom_are_said_and_tabled()
    {
        var body = Render<WatchBody>(p => p.Add(b => b.View, View));

        var left = body.Find("[aria-labelledby=watch-left]");
        Assert.Equal("Open board: 2 of 8 were left behind. Those were worth 100 on average, those taken 4,000.", left.QuerySelector(".lead-in")!.TextContent);
        Assert.Equal(["Open board", "Website", "shop"], left.QuerySelectorAll("tbody th").Select(h => h.TextContent));
        var given = body.Find("[aria-labelledby=watch-given]");
        Assert.Equal("Leads given by hand: 4. Past a test that the person failed: 1. To whoever gave them: 1.", given.QuerySelector(".lead-in")!.TextContent);
        Assert.Equal(["4", "2"], given.QuerySelectorAll("td").Select(d => d.GetAttribute("data-heat")));
    }

    [Fact]
    public void A_rep_reads_of_themselves_and_of_the_others_together()
    {
        var body = Render<WatchBody>(p => p.Add(b => b.View, View with { OfEverybody = false, Cards = [View.Cards[0] with { People = [View.Cards[0].People[0] with { IsReader = true }] }], LeftBehind = [], Given = [] }));

        Assert.Equal("You declined 12 of 20 offers or let them lapse; the others 2 of 20. That is further off than chance explains.", body.Find(".lead-in").TextContent);
        Assert.Empty(body.FindAll("[aria-labelledby=watch-left]"));
        Assert.DoesNotContain("Lee", body.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_german_reader_reads_german_with_german_numbers()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
            var body = Render<WatchBody>(p => p.Add(b => b.View, View));

            Assert.Contains("Sie waren im Schnitt 100 wert, die genommenen 4.000.", body.Find("[aria-labelledby=watch-left]").TextContent, StringComparison.Ordinal);
            Assert.Contains("13.11.2026 bis 19.11.2026", body.Find(".top").TextContent, StringComparison.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
