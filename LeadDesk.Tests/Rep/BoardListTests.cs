using System.Collections.Immutable;
using System.Globalization;
using Bunit;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class BoardListTests : Stage
{
    private static readonly Guid Id = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    private LeadCard Card { get; } = new() { Id = Id, Product = "Watch repair", Source = "web", Region = "North", Takeable = true, Due = new Due("firstAttempt", Noon, Noon.AddMinutes(10), Band.Calm) };

    [Fact]
    public void A_row_names_the_lead_its_deadline_and_the_way_to_take_it()
    {
        var row = Board(Card).Find("li");
        Assert.Equal(Id.ToString(), row.GetAttribute("data-id"));
        Assert.Equal(Noon.AddMinutes(10).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), row.GetAttribute("data-due"));
        Assert.Equal("calm", row.GetAttribute("data-band"));
        Assert.Equal("Watch repair", row.QuerySelector("b")!.TextContent);
        Assert.Equal("Take: Watch repair", row.QuerySelector("[data-verb=claim]")!.GetAttribute("aria-label"));
        Assert.Contains("12:10", row.QuerySelector("[data-clock]")!.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_customer_wrote_is_text_and_never_markup()
    {
        const string Evil = """<img src=x onerror="alert(1)">" autofocus onfocus="alert(2)""";
        var row = Board(Card with { Product = Evil, Region = "<b>North</b>" }).Find("li");
        Assert.Empty(row.QuerySelectorAll("img, [onfocus], [autofocus]"));
        Assert.Equal(Evil, row.QuerySelector("b")!.TextContent);
        Assert.Equal($"Take: {Evil}", row.QuerySelector("button")!.GetAttribute("aria-label"));
        Assert.Contains("<b>North</b>", row.TextContent, StringComparison.Ordinal);
        var gone = RowFaces.Gone(Card with { Product = Evil }, Evil, Noon, Say).Value;
        Assert.DoesNotContain("<img", gone, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_that_somebody_got_stands_grey_and_says_who()
    {
        var board = Board(Card, Card with { Id = Guid.Empty });
        board.Render(p => p.Add(b => b.Board, [Card with { Id = Guid.Empty }]).Add(b => b.At, Noon.AddSeconds(1))
            .Add(b => b.Gone, ImmutableDictionary<Guid, GoneNote>.Empty.Add(Id, new("Kim took it", Noon))));
        var row = board.Find("li.gone");
        Assert.Equal(("none", Id.ToString()), (row.GetAttribute("data-band"), row.GetAttribute("data-id")));
        Assert.StartsWith("Kim took it", row.QuerySelector("[data-why]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("button"));
    }

    [Fact]
    public void Rows_are_not_drawn_again_because_leads_grow_older_or_others_wait()
    {
        var board = Board(Card);
        var rows = board.FindComponent<BoardRows>();
        board.Render(p => p.Add(b => b.Board, [Card with { AgeSeconds = 9 }]).Add(b => b.At, Noon.AddSeconds(9)));
        Assert.Equal((1, 1), (board.RenderCount, rows.RenderCount));
        board.Render(p => p.Add(b => b.Board, [Card, Card with { Id = Guid.Empty }]));
        Assert.Equal("1 new: show", board.Find("[data-verb=show]").TextContent);
        Assert.Equal(1, rows.RenderCount);
        board.Render(p => p.Add(b => b.Board, [Card with { Product = "Ring" }]));
        Assert.Equal(2, rows.RenderCount);
        Assert.Equal("Ring", board.Find("b").TextContent);
    }

    [Fact]
    public void A_row_is_written_once_for_all_who_read_the_same()
    {
        var faces = Services.GetRequiredService<RowFaces>();
        var face = faces.Of(Card, Say);
        Assert.Same(face, faces.Of(Card with { AgeSeconds = 9, Version = 7 }, Say));
        Assert.NotSame(face, faces.Of(Card with { Takeable = false }, Say));
        var there = new Phrases(Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<Texts>>()) { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };
        Assert.Contains("7:10", faces.Of(Card, there).Inside.Value, StringComparison.Ordinal);
    }

    private IRenderedComponent<BoardList> Board(params LeadCard[] leads) => Render<BoardList>(p => p.Add(b => b.Board, [.. leads]).Add(b => b.At, Noon));
}
