using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Floor;

/// <summary>A floor put together again from what was written down of it.</summary>
public sealed partial record SalesFloor
{
    /// <summary>Works out every index from the leads.</summary>
    public static SalesFloor Restore(
        long seq,
        DateTimeOffset at,
        FloorPlan plan,
        ImmutableArray<Rep> people,
        IEnumerable<Lead> leads,
        ImmutableDictionary<string, LaneLedger> ledgers,
        ImmutableDictionary<string, LaneTally> tallies,
        DayExpected expected,
        ImmutableDictionary<string, LaneMark> laneMarks,
        IEnumerable<(DateTimeOffset At, Kept Kept)> keys,
        IEnumerable<(DateTimeOffset At, LeadId Lead)> closed,
        IEnumerable<(DateTimeOffset At, Guid Action, ImmutableArray<Undoable> Changes)> undoables,
        ImmutableArray<Pause> pauses,
        ImmutableArray<Proposal> proposals,
        AnswerTally answers,
        WatchLog watch,
        DateOnly day,
        string secret)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(closed);
        ArgumentNullException.ThrowIfNull(undoables);
        var floor = Empty with { Seq = seq, At = at, Plan = new LanePlan(plan), People = [.. people.Select(p => p with { Offer = null })], Ledgers = ledgers, Tallies = tallies, Expected = expected, LaneMarks = laneMarks, Pauses = pauses, Proposals = proposals, Answers = answers, Watch = watch, Day = day, Secret = secret };
        floor = leads.Aggregate(floor, (f, lead) => f.Index(null, lead));
        floor = keys.Aggregate(floor, (f, k) => f with { Keys = f.Keys.Add(k.Kept.Key, k.Kept, k.At) });
        floor = closed.Aggregate(floor, (f, c) => f with { Closed = f.Closed.Add(c.Lead, true, c.At) });
        return undoables.Aggregate(floor, (f, u) => f with { Undoables = f.Undoables.Add(u.Action, u.Changes, u.At) });
    }
}
