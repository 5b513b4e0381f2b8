using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>The managers' floor: open leads by urgency, people, held leads. Version is the log's number at which it is true.</summary>
public sealed record FloorView
{
    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required FloorCounts Counts { get; init; }

    /// <summary>The most urgent first, 200 at most; More says that there are others.</summary>
    public ImmutableArray<LeadCard> Leads { get; init; } = [];

    public bool More { get; init; }

    public ImmutableArray<PersonCard> People { get; init; } = [];

    public ImmutableArray<HeldLead> Held { get; init; } = [];

    public AnswersToday Answers { get; init; } = new(0, 0, null, null);

    /// <summary>What of the intake is paused.</summary>
    public ImmutableArray<PauseCard> Pauses { get; init; } = [];

    /// <summary>Leads that are not for now, the next to come back first, 200 at most.</summary>
    public ImmutableArray<LeadCard> Later { get; init; } = [];

    /// <summary>Turns that are asked back, the longest first, 200 at most.</summary>
    public ImmutableArray<CreditAsk> Credits { get; init; } = [];
}
