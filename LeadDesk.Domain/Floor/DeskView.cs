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

    public required Places Places { get; init; }

    public ImmutableArray<WaitingBand> Waiting { get; init; } = [];

    public ImmutableArray<OfferCard> Offers { get; init; } = [];

    public ImmutableArray<AlertCard> Alerts { get; init; } = [];

    public ImmutableArray<LeadCard> Board { get; init; } = [];

    public bool BoardMore { get; init; }

    public ImmutableArray<LeadCard> Mine { get; init; } = [];

    public ImmutableArray<LeadCard> Parked { get; init; } = [];

    public required DayTally Today { get; init; }
}
