using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// Open dice decide, with the same chance for everybody or by weight; no balance moves. By weight, a throw u between 0 and 1 counts as
/// ln(u)/weight and the largest wins, which draws without replacement in proportion to the weights (Efraimidis &amp; Spirakis 2006).
/// </summary>
public sealed class ByLot : RankingOrder
{
    public static readonly YesNoKnob Weighted = new("weighted");

    public override ImmutableArray<Knob> Knobs => [Weighted];

    public override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var secret = Convert.FromHexString(floor.Secret);
        var thrown = eligible.Select(r => (Rep: r, Throw: Dice.Throw(secret, entry, r.Number))).OrderBy(t => t.Throw);
        var inOrder = lane.Of(Weighted) ? thrown.OrderByDescending(t => Math.Log(Dice.Chance(t.Throw)) / t.Rep.Terms.Weight) : thrown;
        ImmutableArray<Candidate> order = [.. inOrder.Select(t => new Candidate(t.Rep.Number, 0))];
        var first = order[0].Rep;
        return new(order, Entry.Alone(entry, lane.Key, first, floor.LedgerOf(lane.Key).Of(first).LastReceived), order.Length == 1 ? null : TieBreak.T4);
    }
}
