using System.Collections.Frozen;
using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>A lane with everything that its method and the floor fill in: rings, reveal policy, calendar, windows.</summary>
public sealed class LaneRules(Lane lane, Method method, int index, OpeningHours hours, ClockRules clocks)
{
    // Read once for each published plan. A text that is not allowed any more, in an old log, says nothing.
    private readonly FrozenDictionary<string, object> settings = method.Knobs
        .Select(k => KeyValuePair.Create(k.Name, lane.Settings.TryGetValue(k.Name, out var text) ? k.Read(text) : null))
        .Where(s => s.Value is not null)
        .ToFrozenDictionary(s => s.Key, s => s.Value!, StringComparer.Ordinal);

    public Lane Lane => lane;

    public Method Method => method;

    public int Index => index;

    public OpeningHours Hours => hours;

    public string Key => lane.Key;

    public ImmutableArray<Ring> Rings { get; } = lane.Rings.IsEmpty ? method.Rings : lane.Rings;

    public Reveal Reveal { get; } = lane.Reveal ?? method.Reveal;

    public bool StopTheLine { get; } = lane.StopTheLine ?? method.StopTheLine;

    public ImmutableArray<int> WarnAt { get; } = lane.WarnAtPercent ?? clocks.WarnAtPercent;

    /// <summary>An exclusive offer lasts at most a third of the first-attempt window.</summary>
    public TimeSpan OfferLength { get; } = TimeSpan.FromSeconds(Math.Min(lane.OfferSeconds, Math.Max(1, lane.FirstAttemptMinutes * 60 / 3)));

    public TimeSpan Window { get; } = TimeSpan.FromMinutes(lane.FirstAttemptMinutes);

    public TimeSpan OwnerWindow { get; } = TimeSpan.FromMinutes(lane.OwnerMinutes ?? lane.FirstAttemptMinutes);

    /// <summary>What the lane says of a setting of its method, or the setting's default.</summary>
    public T Of<T>(Knob<T> knob)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(knob);
        return settings.TryGetValue(knob.Name, out var value) ? (T)value : knob.Default;
    }

    public Window CustomersDue(DateTimeOffset from) => Clocks.Window.Begin(from, Window, WarnAt, hours);

    /// <summary>The owner's due: the later of the customer's due and the owner's own window from now.</summary>
    public Window OwnersDue(DateTimeOffset now, DateTimeOffset? customersDue)
    {
        var own = Clocks.Window.Begin(now, OwnerWindow, [], hours);
        return customersDue is { } due && due > own.Due ? own with { Due = due } : own;
    }

    /// <summary>A new stay of a lead, beginning now.</summary>
    public Stay Begin(DateTimeOffset now) => new()
    {
        Lane = lane.Key,
        LaneVersion = lane.Version,
        EnteredAt = now,
        Order = lane.Order,
        OnBoard = method.Offer.IsBoard,
        OneByOne = method.OnlyTheKnownOwner,
        RingEndsAt = RingEnd(0, now),
        LeftBehindAt = method.Offer.IsPull ? hours.After(now, TimeSpan.FromMinutes(lane.LeftBehindMinutes[0])) : null,
        LeavesAt = method.Offer.IsPull ? hours.After(now, TimeSpan.FromMinutes(lane.LeftBehindMinutes[1])) : null,
    };

    /// <summary>When a ring that begins now ends, in working time; null where the lane has no rings.</summary>
    public DateTimeOffset? RingEnd(int ring, DateTimeOffset now) =>
        ring < Rings.Length ? hours.After(now, TimeSpan.FromSeconds(Rings[ring].ForSeconds)) : null;
}
