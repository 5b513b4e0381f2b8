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

    /// <summary>The length in milliseconds of the photo finish that decided, else null: then the eligible are those who pressed in time.</summary>
    public int? PhotoFinishMs { get; init; }
}
