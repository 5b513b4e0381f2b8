using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>Open dice decide, each person with the same chance; no balance moves.</summary>
public sealed class ByLot : RankingOrder
{
    public override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var secret = Convert.FromHexString(floor.Secret);
        ImmutableArray<Candidate> order = [.. eligible.OrderBy(r => Dice.Throw(secret, entry, r.Number)).Select(r => new Candidate(r.Number, 0))];
        var first = order[0].Rep;
        return new(order, Entry.Alone(entry, lane.Key, first, floor.LedgerOf(lane.Key).Of(first).LastReceived), order.Length == 1 ? null : TieBreak.T4);
    }
}
