using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Lab;

/// <summary>The same leads and the same luck under two sets of rules: in all, by lane (null = that set has no such lane), and who would have had a lead instead of whom.</summary>
public sealed record Comparison(Figures Before, Figures After, ImmutableArray<LaneComparison> Lanes, ImmutableArray<Move> Moves)
{
    public static Comparison Of(FloorPlan rulesBefore, ImmutableArray<ReplayedLead> before, FloorPlan rulesAfter, ImmutableArray<ReplayedLead> after)
    {
        ArgumentNullException.ThrowIfNull(rulesBefore);
        ArgumentNullException.ThrowIfNull(rulesAfter);
        var keys = rulesAfter.Lanes.Concat(rulesBefore.Lanes).Select(l => l.Key).Append(Distribution.Fallback.Managers.Key).Distinct(StringComparer.Ordinal);
        return new(
            Figures.Of(before),
            Figures.Of(after),
            [.. keys.Select(k => new LaneComparison(k, In(rulesBefore, before, k), In(rulesAfter, after, k))).Where(l => l.Before is not null || l.After is not null)],
            [.. before.Zip(after).Where(p => p.First.Owner != p.Second.Owner).Select(p => new Move(p.First.Id, p.First.Owner, p.Second.Owner, p.First.Lane, p.Second.Lane))]);
    }

    private static Figures? In(FloorPlan rules, ImmutableArray<ReplayedLead> leads, string lane)
    {
        var here = leads.Where(l => l.Lane == lane).ToList();
        return here.Count > 0 || rules.Lanes.Any(l => l.Key == lane) ? Figures.Of(here) : null;
    }
}
