using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>How many leads came into each lane in the last seven days; counted in the log, at most once a minute.</summary>
public sealed class RuleHits(DeskClock clock, Records records)
{
    public static readonly TimeSpan Over = TimeSpan.FromDays(7);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Counted counted = new(DateTimeOffset.MinValue, ImmutableDictionary<string, int>.Empty);

    /// <summary>
    /// By lane key, for this person; null where it is not for them: a blind pool is only its band to whoever does not lead the floor. Leads
    /// that only stayed when the rules changed are not counted again.
    /// </summary>
    public async Task<ImmutableDictionary<string, int?>> OfWeekAsync(SalesFloor floor, RepId viewer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var week = await CountedAsync(cancel);
        var leads = floor.Person(viewer).Terms.LeadsTheFloor;
        return floor.Plan.Plan.Lanes.ToImmutableDictionary(
            l => l.Key,
            l => !leads && floor.Plan.Find(l.Key)?.Method.Offer is BlindPool ? (int?)null : week.GetValueOrDefault(l.Key),
            StringComparer.Ordinal);
    }

    private async Task<ImmutableDictionary<string, int>> CountedAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        if (now - counted.At >= Fresh)
        {
            counted = new(now, await records.EnteredAsync(now - Over, cancel));
        }

        return counted.PerLane;
    }

    private sealed record Counted(DateTimeOffset At, ImmutableDictionary<string, int> PerLane);
}
