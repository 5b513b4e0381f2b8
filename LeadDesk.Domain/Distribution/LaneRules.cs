using System.Collections.Frozen;
using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Credits;
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

    /// <summary>The keys of a blend's steps, in order.</summary>
    public ImmutableArray<string> Stages { get; } = [.. lane.Settings.GetValueOrDefault("stages", "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What the law asks for here: whoever is without it can have nothing of this lane, in whichever ring.</summary>
    public ImmutableArray<Ring> Licences { get; } = [.. lane.Rings.Where(r => Fitting.IsLicence(r.Skill))];

    public Reveal Reveal { get; } = lane.Reveal ?? method.Reveal;

    public bool StopTheLine { get; } = lane.StopTheLine ?? method.StopTheLine;

    public ImmutableArray<int> WarnAt { get; } = lane.WarnAtPercent ?? clocks.WarnAtPercent;

    /// <summary>An exclusive offer lasts at most a third of the first-attempt window.</summary>
    public TimeSpan OfferLength { get; } = TimeSpan.FromSeconds(Math.Min(SecondsOf(lane, method), Math.Max(1, lane.FirstAttemptMinutes * 60 / 3)));

    /// <summary>How many of the last holders may not have a lead again; null = all of them.</summary>
    public int? NoRepeat { get; } = method.OnePass || method.Rescues ? null : lane.NoRepeat;

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

    /// <summary>Until when offers may take the customer's time: four fifths of it, as this lane's hours count it; null = no end.</summary>
    public DateTimeOffset? LastOffer(Window? due) =>
        due is { } window && window.Due < DateTimeOffset.MaxValue ? hours.After(window.From, hours.Between(window.From, window.Due) * 0.8) : null;

    /// <summary>What has waited since before that goes first, whatever the lane's order.</summary>
    public DateTimeOffset Starved(DateTimeOffset now) => now - TimeSpan.FromMinutes(lane.MaxAgeMinutes);

    /// <summary>What a waiting lead asks of people.</summary>
    public Wish WishOf(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return new(
            lead.Stay?.Ring ?? 0,
            method.HistoryFirst || method.OnlyTheKnownOwner ? lead.KnownOwner : null,
            Rings.Any(r => r.Specialists) ? lead.Facts.Product : null,
            method.Fit?.WishOf(this, lead));
    }

    /// <summary>Until when a lead taken now is its owner's: the window ends where somebody else is to have it then; null = nobody is.</summary>
    public DateTimeOffset? OwnedUntil(LanePlan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Rescues.IsEmpty && !method.OwnsAccounts ? null : now.AddDays(lane.OwnershipDays);
    }

    /// <summary>Whether its owner has begun by half of their time.</summary>
    public SlowCheck? SlowCheck(DateTimeOffset now) =>
        method.OwnsAccounts && Of(Territory.LeastAttempts) is > 0 and var least ? new(now.AddDays(lane.OwnershipDays / 2.0), least) : null;

    /// <summary>A new stay of a lead, beginning now.</summary>
    public Stay Begin(DateTimeOffset now) => new()
    {
        Lane = lane.Key,
        LaneVersion = lane.Version,
        EnteredAt = now,
        Order = lane.Order,
        OnBoard = method.Offer.IsBoard,
        OneByOne = method.OnlyTheKnownOwner || method.HistoryFirst || method.Fit is not null,
        KeepsOwnersOut = method.Rescues,
        RingEndsAt = RingEnd(0, now),
        LeftBehindAt = LeftBehind(now, 0),
        LeavesAt = LeftBehind(now, 1),
    };

    /// <summary>A stay that goes on: since the same moment, with new clocks, except where the time of leaving is a hard one.</summary>
    public Stay Again(Stay was, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(was);
        var stay = Begin(now) with { EnteredAt = was.EnteredAt, Blend = was.Blend };
        return method.HardExit ? stay with { LeftBehindAt = LeftBehind(was.EnteredAt, 0), LeavesAt = LeftBehind(was.EnteredAt, 1) } : stay;
    }

    private DateTimeOffset? LeftBehind(DateTimeOffset since, int limit) =>
        method.Offer.IsPull ? hours.After(since, TimeSpan.FromMinutes(lane.LeftBehindMinutes[limit])) : null;

    /// <summary>When a ring that begins now ends, in working time; null where the lane has no rings.</summary>
    public DateTimeOffset? RingEnd(int ring, DateTimeOffset now) =>
        ring < Rings.Length ? hours.After(now, TimeSpan.FromSeconds(Rings[ring].ForSeconds)) : null;

    private static int SecondsOf(Lane lane, Method method) =>
        method.OfferSeconds is not { } most ? lane.OfferSeconds
        : Math.Min(lane.OfferSeconds, lane.Settings.TryGetValue(most.Name, out var text) && most.Read(text) is int seconds ? seconds : most.Default);
}
