using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// Why a lead went to somebody: lane version, the people it was chosen among in their order with their balances, everybody else with the
/// first test they failed, and the tie-break that decided. Ids and codes only; names are put in when it is read.
/// </summary>
public sealed record Receipt(string Lane, int LaneVersion, string Method, EquatableArray<Candidate> Eligible, EquatableArray<PassedOver> PassedOver, RepId Chosen, TieBreak? TieBreak)
{
    /// <summary>The tests that a manager's force overrode, else null.</summary>
    public Test? Forced { get; init; }

    /// <summary>What put the chosen one before the others, where it was not the ledger alone.</summary>
    public Ground? Ground { get; init; }

    /// <summary>The numbers it went by, one a person; null = it went by none.</summary>
    public EquatableArray<Figure>? Figures { get; init; }

    /// <summary>Whose turn was passed over and is kept for them; null = nobody's.</summary>
    public EquatableArray<RepId>? Kept { get; init; }

    /// <summary>The blend that brought the lead to this lane, with its steps; null = it came by itself.</summary>
    public BlendSteps? Steps { get; init; }

    /// <summary>Who stands by the chosen one on this lead, on the same turn; null = nobody.</summary>
    public RepId? Coach { get; init; }

    /// <summary>The length in milliseconds of the photo finish that decided, else null: then the eligible are those who pressed in time.</summary>
    public int? PhotoFinishMs { get; init; }
}
