using System.Collections.Immutable;
using LeadDesk.App.Admin;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>
/// The rules over time, read from the log: each plan whose lanes say something else than the one before is a version. Read once, then only
/// what is new; nothing is decided from it.
/// </summary>
public sealed class RulesHistory(CommittedFloor committed, Records records) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Seen seen = new(0, null, []);

    public void Dispose() => turn.Dispose();

    /// <summary>All versions, the oldest first, at least up to a floor (by default the floor now).</summary>
    public async Task<ImmutableArray<RulesVersion>> AllAsync(SalesFloor? floor = null, CancellationToken cancel = default)
    {
        floor ??= committed.Now;
        if (IsUpTo(seen, floor))
        {
            return seen.Versions;
        }

        await turn.WaitAsync(cancel);
        try
        {
            if (!IsUpTo(seen, floor))
            {
                var events = await records.ActsAsync(["plan"], seen.Seq, floor.Seq, cancel);
                seen = new(floor.Seq, floor.Plan.Plan, events.Select(EventCodec.Read).Zip(events, (step, stored) => (step, stored.PersonalText)).Aggregate(seen.Versions, (all, e) => Add(all, e.step, e.PersonalText)));
            }

            return seen.Versions;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The rules in force; null on a floor that never had any.</summary>
    public async Task<RulesVersion?> NewestAsync(SalesFloor? floor = null, CancellationToken cancel = default) => (await AllAsync(floor, cancel)) is [.., var last] ? last : null;

    // The same plan means that no other has been published since.
    private static bool IsUpTo(Seen seen, SalesFloor floor) => seen.Seq >= floor.Seq || (seen.Seq > 0 && ReferenceEquals(seen.Plan, floor.Plan.Plan));

    private static ImmutableArray<RulesVersion> Add(ImmutableArray<RulesVersion> all, Stamped stamped, string? reason)
    {
        var plan = ((FloorEvent.PlanPublished)stamped.Event).Plan;
        return LaneList.Same(all is [.., var last] ? last.Plan.Lanes : [], plan.Lanes)
            ? all
            : all.Add(new(all.Length + 1, stamped.Seq, stamped.At, stamped.Actor.Rep, reason, plan));
    }

    private sealed record Seen(long Seq, FloorPlan? Plan, ImmutableArray<RulesVersion> Versions);
}
