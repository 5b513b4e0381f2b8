using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>A fair turn in which whoever wins more of comparable leads weighs more, from a half to the double; whoever is in induction weighs as agreed.</summary>
public sealed class ByConversion : RankingOrder
{
    private const int Least = 500;
    private const int Most = 2000;

    private static readonly FairShare Fair = new();

    public override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        var rates = Scores.Conversion(floor);
        var ranked = Fair.Rank(floor, lane, lead, [.. eligible.Select(r => rates.TryGetValue(r.Number, out var rate) ? Weighed(r, rate.Thousandths) : r)], entry);
        return ranked with { Figures = ConversionCascade.Figures(rates, eligible, Least, Most) };
    }

    public override bool LooksBack => true;

    public override ImmutableArray<Standing> Standings(SalesFloor floor, LaneRules lane) => ConversionCascade.Standings(floor, Least, Most);

    private static Rep Weighed(Rep rep, int thousandths) =>
        rep with { Terms = rep.Terms with { WeightThousandths = (int)Math.Max(1, (long)rep.Terms.WeightThousandths * Math.Clamp(thousandths, Least, Most) / 1000) } };
}
