using System.Collections.Immutable;
using LeadDesk.Domain.Credits;
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
    public ImmutableSortedDictionary<string, OptIn> OptIns { get; init; } = Sorted.None<OptIn>();

    public Presence Presence { get; init; } = Presence.Off;

    public DateTimeOffset PresenceSince { get; init; }

    public PresenceCause PresenceCause { get; init; }

    /// <summary>Has a live connection, as far as the log knows.</summary>
    public bool Connected { get; init; }

    public DateTimeOffset? LastActionAt { get; init; }

    /// <summary>The log's number at which this person last received, worked, closed or lost a lead; 0 = never. Presence does not count.</summary>
    public long LastHandled { get; init; }

    /// <summary>The log's number of the last change of presence, of opt-in or of what is agreed.</summary>
    public long ChangedSeq { get; init; }

    /// <summary>The log's number up to which this person has seen what became of the rules.</summary>
    public long RulesSeen { get; init; }

    /// <summary>The one open exclusive offer; it uses a place.</summary>
    public LeadId? Offer { get; init; }

    /// <summary>Exclusive offers that ran out one after another.</summary>
    public int MissedInRow { get; init; }

    public Holdings Holdings { get; init; } = Holdings.None;

    /// <summary>Leads brought to an end as won, lost or for later: what an induction counts.</summary>
    public int Finished { get; init; }

    public DayCount Today { get; init; } = DayCount.On(default);

    /// <summary>Leads received, by day, week (its Monday) and month (its first day) of the floor's calendar.</summary>
    public Count ThisDay { get; init; }

    public Count ThisWeek { get; init; }

    public Count ThisMonth { get; init; }

    /// <summary>Leads received today per lane, for the daily wish.</summary>
    public ImmutableSortedDictionary<string, Count> PerLane { get; init; } = Sorted.None<Count>();

    /// <summary>Turns per lane, for the rankings that go round.</summary>
    public ImmutableSortedDictionary<string, Turn> Turns { get; init; } = Sorted.None<Turn>();

    /// <summary>What was received and won, by day and source, for the rankings that look back.</summary>
    public ImmutableSortedDictionary<string, DayCell> Track { get; init; } = TrackRecord.Empty;

    public ImmutableSortedDictionary<string, Count> FreeReleases { get; init; } = Sorted.None<Count>();

    public ImmutableSortedDictionary<string, DateTimeOffset> CoolDowns { get; init; } = Sorted.None<DateTimeOffset>();

    /// <summary>What was done and credited by calendar month, the oldest first, two years at the most.</summary>
    public ImmutableArray<MonthWork> Months { get; init; } = [];

    /// <summary>Customers of theirs who wrote again while they could not be asked, the last ten.</summary>
    public ImmutableArray<BackAgain> CameBack { get; init; } = [];

    /// <summary>Places in use, an open exclusive offer among them.</summary>
    public int PlacesUsed => Holdings.Open + (Offer is null ? 0 : 1);

    public Turn TurnIn(string lane) => Turns.GetValueOrDefault(lane);

    public MonthWork WorkIn(DateOnly month) => Months.FirstOrDefault(m => m.Month == month) ?? new(month, 0, 0, 0, 0, 0, 0);

    public Rep Worked(DateOnly month, Func<MonthWork, MonthWork> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var others = Months.RemoveAll(m => m.Month == month).Add(change(WorkIn(month))).Sort((a, b) => a.Month.CompareTo(b.Month));
        return this with { Months = others.Length > 24 ? others.RemoveAt(0) : others };
    }

    public OptIn OptInTo(string lane) => OptIns.GetValueOrDefault(lane, OptIn.Everything);
}
