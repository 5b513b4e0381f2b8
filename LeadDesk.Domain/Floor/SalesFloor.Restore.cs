using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Floor;

/// <summary>A floor put together again from what was written down of it.</summary>
public sealed partial record SalesFloor
{
    /// <summary>Works out every index from the leads. Changes that could still be undone are forgotten.</summary>
    public static SalesFloor Restore(
        long seq,
        DateTimeOffset at,
        FloorPlan plan,
        ImmutableArray<Rep> people,
        IEnumerable<Lead> leads,
        ImmutableDictionary<string, LaneLedger> ledgers,
        IEnumerable<(DateTimeOffset At, Kept Kept)> keys,
        IEnumerable<(DateTimeOffset At, LeadId Lead)> closed,
        DateOnly day,
        string secret)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(closed);
        var floor = Empty with { Seq = seq, At = at, Plan = new LanePlan(plan), People = [.. people.Select(p => p with { Offer = null })], Ledgers = ledgers, Day = day, Secret = secret };
        floor = leads.Aggregate(floor, (f, lead) => f.Index(null, lead));
        floor = keys.Aggregate(floor, (f, k) => f with { Keys = f.Keys.Add(k.Kept.Key, k.Kept, k.At) });
        return closed.Aggregate(floor, (f, c) => f with { Closed = f.Closed.Add(c.Lead, true, c.At) });
    }
}
