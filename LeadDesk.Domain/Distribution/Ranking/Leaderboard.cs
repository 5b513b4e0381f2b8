using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// Last month's board, first to last, round after round: whoever is not there has their place skipped and nothing kept for them. People
/// without a lead in that time stand in the middle; people in induction are not on the board and come last in a round.
/// </summary>
public sealed class Leaderboard : InLine
{
    /// <summary>Whole months that count: the last one, or as many as three.</summary>
    public static readonly WholeKnob Months = new("months", 1, 3, 1);

    public override ImmutableArray<Knob> Knobs => [Months];

    public override bool LooksBack => true;

    public override ImmutableArray<Standing> Standings(SalesFloor floor, LaneRules lane)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var sums = Scores.OfMonths(floor, lane.Of(Months));
        var ranked = sums.Where(s => s.Sum.Leads > 0)
            .OrderByDescending(s => s.Sum.Wins).ThenByDescending(s => s.Sum.Hundredths).ThenBy(s => s.Sum.Leads).ThenBy(s => Shuffled(floor, s.Rep.Number))
            .Select(s => new Standing(s.Rep.Number, s.Sum.Wins, s.Sum.Leads, s.Sum.Wins, Learning: false)).ToList();
        ranked.InsertRange((ranked.Count + 1) / 2, sums.Where(s => s.Sum.Leads <= 0).OrderBy(s => Shuffled(floor, s.Rep.Number)).Select(s => new Standing(s.Rep.Number, 0, 0, 0, Learning: false)));
        ranked.AddRange(floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true, IsInInduction: true }).OrderBy(p => Shuffled(floor, p.Number)).Select(p => new Standing(p.Number, 0, 0, 0, Learning: true)));
        return [.. ranked];
    }

    internal override Line Line(SalesFloor floor, LaneRules lane, Lead lead)
    {
        var board = Standings(floor, lane);
        var places = new int[floor.People.Length];
        Array.Fill(places, board.Length);
        for (var i = 0; i < board.Length; i++)
        {
            places[board[i].Rep.Number - 1] = i;
        }

        var circle = new Circle(floor, lane.Key, places);
        return new Line(r => circle.Behind(r), Ground.Board) { Figures = eligible => [.. board.Where(s => eligible.Any(r => r.Number == s.Rep)).Select(s => new Figure(s.Rep, s.Value, s.Leads))] };
    }

    // Equal records have no order of their own; this one changes from month to month.
    private static uint Shuffled(SalesFloor floor, RepId rep)
    {
        var mixed = ((uint)floor.DayOf(floor.At).Month.DayNumber * 2_654_435_761u) ^ ((uint)rep.Number * 2_246_822_519u);
        mixed = (mixed ^ (mixed >> 15)) * 3_266_489_917u;
        return mixed ^ (mixed >> 13);
    }
}
