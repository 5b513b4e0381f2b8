using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>The best rate with a place free first, then the next; too few leads, and people in induction, count as the average.</summary>
public sealed class ConversionCascade : InLine
{
    public override bool LooksBack => true;

    public override ImmutableArray<Standing> Standings(SalesFloor floor, LaneRules lane) => Standings(floor, 0, int.MaxValue);

    internal override Line Line(SalesFloor floor, LaneRules lane, Lead lead)
    {
        var rates = Scores.Conversion(floor);
        return new Line(r => -(rates.TryGetValue(r.Number, out var rate) ? rate.Thousandths : 1000), Ground.Rate) { Figures = eligible => Figures(rates, eligible, 0, int.MaxValue) };
    }

    /// <summary>The rates as a receipt states them, within what counts.</summary>
    internal static ImmutableArray<Figure> Figures(ImmutableDictionary<RepId, (int Thousandths, int Leads, int Wins)> rates, ImmutableArray<Rep> eligible, int least, int most) =>
        [.. eligible.Where(r => rates.ContainsKey(r.Number)).Select(r => new Figure(r.Number, Math.Clamp(rates[r.Number].Thousandths, least, most), rates[r.Number].Leads))];

    internal static ImmutableArray<Standing> Standings(SalesFloor floor, int least, int most)
    {
        var rates = Scores.Conversion(floor);
        return [.. floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true })
            .Select(p => rates.TryGetValue(p.Number, out var rate) ? new Standing(p.Number, Math.Clamp(rate.Thousandths, least, most), rate.Leads, rate.Wins, Learning: false) : new Standing(p.Number, 1000, 0, 0, Learning: true))
            .OrderBy(s => s.Learning).ThenByDescending(s => s.Value).ThenByDescending(s => s.Leads)];
    }
}
