using System.Collections.Immutable;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;

namespace LeadDesk.App.Rules;

/// <summary>How many leads came into each lane in the last seven days; counted in the log, at most once a minute.</summary>
public sealed class RuleHits(DeskClock clock, Records records)
{
    public static readonly TimeSpan Over = TimeSpan.FromDays(7);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Counted counted = new(DateTimeOffset.MinValue, ImmutableDictionary<string, int>.Empty);

    /// <summary>By lane key; lanes without any are not in it. Leads that only stayed when the rules changed are not counted again.</summary>
    public async Task<ImmutableDictionary<string, int>> OfWeekAsync(CancellationToken cancel = default)
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
