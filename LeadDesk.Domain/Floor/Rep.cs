using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A person on the floor: what is agreed, where they are, what they hold. Name and address stay with the account.</summary>
public sealed record Rep
{
    public required RepId Number { get; init; }

    /// <summary>The id the outside sees.</summary>
    public required Guid Id { get; init; }

    public required RepTerms Terms { get; init; }

    /// <summary>Only differences from "opted in everywhere".</summary>
    public ImmutableSortedDictionary<string, OptIn> OptIns { get; init; } = ImmutableSortedDictionary<string, OptIn>.Empty;

    public Presence Presence { get; init; } = Presence.Off;

    public DateTimeOffset PresenceSince { get; init; }

    public PresenceCause PresenceCause { get; init; }

    /// <summary>Has a live connection, as far as the log knows.</summary>
    public bool Connected { get; init; }

    public DateTimeOffset? LastActionAt { get; init; }

    /// <summary>The log's number of the last change of presence or opt-in.</summary>
    public long ChangedSeq { get; init; }

    /// <summary>The one open exclusive offer; it uses a place.</summary>
    public LeadId? Offer { get; init; }

    /// <summary>Exclusive offers that ran out one after another.</summary>
    public int MissedInRow { get; init; }

    public Holdings Holdings { get; init; } = Holdings.None;

    public DayCount Today { get; init; } = DayCount.On(default);

    /// <summary>Leads received, by day, week (its Monday) and month (its first day) of the floor's calendar.</summary>
    public Count ThisDay { get; init; }

    public Count ThisWeek { get; init; }

    public Count ThisMonth { get; init; }

    /// <summary>Leads received today per lane, for the daily wish.</summary>
    public ImmutableSortedDictionary<string, Count> PerLane { get; init; } = ImmutableSortedDictionary<string, Count>.Empty;

    public ImmutableSortedDictionary<string, Count> FreeReleases { get; init; } = ImmutableSortedDictionary<string, Count>.Empty;

    public ImmutableSortedDictionary<string, DateTimeOffset> CoolDowns { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>Places in use, an open exclusive offer among them.</summary>
    public int PlacesUsed => Holdings.Open + (Offer is null ? 0 : 1);

    public OptIn OptInTo(string lane) => OptIns.GetValueOrDefault(lane, OptIn.Everything);
}
