using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>Those who suit the lead best come first, and among them the ledger decides: they alone share.</summary>
public abstract class BestFirst : RankingOrder
{
    private static readonly FairShare Fair = new();

    public sealed override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var suits = Suits(floor, lane, lead);
        var scored = eligible.Select(r => (Rep: r, Suits: suits(r))).ToArray();
        var best = scored.Max(s => s.Suits);
        var least = best - Near(lane);
        var outside = Variety.Has(lane, lead) && scored.Any(s => s.Suits < least);
        ImmutableArray<Rep> first = [.. scored.Where(s => s.Suits >= least != outside).Select(s => s.Rep)];
        var ranked = Fair.Rank(floor, lane, lead, first, entry);
        return ranked with
        {
            Order = [.. ranked.Order, .. scored.Where(s => s.Suits >= least == outside).OrderByDescending(s => s.Suits).Select(s => new Candidate(s.Rep.Number, 0))],
            Ground = first.Length == eligible.Length ? null : outside ? Ground.Variety : GroundOf(best),
            Figures = Shows ? [.. scored.Select(s => new Figure(s.Rep.Number, s.Suits))] : [],
        };
    }

    /// <summary>How well each person suits a lead; the largest is best.</summary>
    protected abstract Func<Rep, int> Suits(SalesFloor floor, LaneRules lane, Lead lead);

    /// <summary>How far from the best still counts as the best.</summary>
    protected virtual int Near(LaneRules lane) => 0;

    /// <summary>The receipt states everybody's number.</summary>
    protected virtual bool Shows => false;

    /// <summary>What it is called to suit a lead as well as this.</summary>
    protected abstract Ground GroundOf(int suits);
}
