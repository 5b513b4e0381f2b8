using LeadDesk.App.Counter;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Counter;

public sealed class CounterLineTests : Stage
{
    [Fact]
    public void What_rings_comes_first_then_ones_own_that_cannot_wait_then_what_is_there_to_take()
    {
        var desk = Views.Desk("offer");
        var kinds = CounterLine.Of(desk).Select(i => i.Kind).ToList();
        Assert.Equal(CounterKind.Offer, kinds[0]);
        Assert.Contains(CounterKind.Asks, kinds);
        Assert.Equal(kinds.Order(), kinds);
        Assert.Equal(CounterKind.Next, kinds[^1]);
    }

    [Fact]
    public void A_lead_that_was_taken_keeps_its_card()
    {
        var desk = Views.Desk("normal");
        var board = desk.Board[0];
        var item = new CounterItem(CounterKind.Board, board.Id);
        var taken = desk with { Board = desk.Board.RemoveAt(0), Mine = desk.Mine.Add(board with { State = LeadState.Attempted }) };
        Assert.True(item.Is(CounterLine.Now(taken, item)));
        Assert.Null(CounterLine.Now(desk with { Board = [] }, item));
    }

    [Fact]
    public void Next_goes_round_through_every_card_and_is_none_when_there_is_only_one()
    {
        var desk = Views.Desk("normal");
        var line = CounterLine.Of(desk);
        var at = line[0];
        var seen = new List<CounterItem>();
        for (var i = 0; i < line.Length; i++)
        {
            seen.Add(at);
            at = CounterLine.After(desk, at)!;
        }

        Assert.Equal(line, seen);
        Assert.True(line[0].Is(at));
        var one = desk with { Mine = [], Board = [] };
        Assert.Null(CounterLine.After(one, CounterLine.Of(one)[0]));
        Assert.Equal(CounterKind.Next, CounterLine.After(one, null)!.Kind);
    }

    [Fact]
    public void A_visit_is_one_whose_last_word_was_a_visit()
    {
        var desk = Views.Desk("normal");
        var set = new AttemptCard(Noon, Guid.Empty, null, Channel.Call, AttemptResult.VisitSet, null);
        var lead = desk.Mine[0] with { NextAt = Noon.AddDays(1), Attempts = [set] };
        Assert.Equal(lead.Id, Assert.Single(CounterLine.Visits(desk with { Mine = [lead], Parked = [] })).Id);
        Assert.False((lead with { NextAt = null }).HasVisit());
        Assert.False((lead with { Attempts = [set, set with { At = Noon.AddHours(1), Result = AttemptResult.NoAnswer }] }).HasVisit());
    }
}
