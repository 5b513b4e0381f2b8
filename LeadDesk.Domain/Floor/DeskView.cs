using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A rep's desk, whole. Version is the log's number at which it is true.</summary>
public sealed record DeskView
{
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public Presence Presence { get; init; }

    public DateTimeOffset PresenceSince { get; init; }

    /// <summary>Who, or what, set it so.</summary>
    public PresenceCause PresenceCause { get; init; }

    public required Places Places { get; init; }

    public ImmutableArray<WaitingBand> Waiting { get; init; } = [];

    public ImmutableArray<OfferCard> Offers { get; init; } = [];

    public ImmutableArray<AlertCard> Alerts { get; init; } = [];

    /// <summary>More rings than is listed here.</summary>
    public bool AlertsMore { get; init; }

    public ImmutableArray<LeadCard> Board { get; init; } = [];

    public bool BoardMore { get; init; }

    /// <summary>Why the reader can take nothing of the board now, in words; null where they can.</summary>
    public string? BoardShut { get; init; }

    /// <summary>Leftovers that nobody is asked to take stand on the board.</summary>
    public bool Leftovers { get; init; }

    /// <summary>Customers of the reader's who wrote again within the last day while they could not be asked.</summary>
    public ImmutableArray<BackCard> CameBack { get; init; } = [];

    public ImmutableArray<LeadCard> Mine { get; init; } = [];

    public ImmutableArray<LeadCard> Parked { get; init; } = [];

    /// <summary>Leads that the reader said are not for now, the next to come back first.</summary>
    public ImmutableArray<LeadCard> Later { get; init; } = [];

    /// <summary>Open leads of others beside whom the reader stands as coach.</summary>
    public ImmutableArray<LeadCard> Coached { get; init; } = [];

    /// <summary>Open leads of the reader's coach, to read along while they watch.</summary>
    public ImmutableArray<LeadCard> Watched { get; init; } = [];

    /// <summary>Whose leads come with this reader beside them, or whom they watch; null = nobody.</summary>
    public string? CoachName { get; init; }

    /// <summary>How the reader works while they learn; null = they do not any more.</summary>
    public StageKind? Stage { get; init; }

    /// <summary>No new leads come to this person until then (UTC), because a manager paused the intake; null = they come.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public required DayTally Today { get; init; }
}
