using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Ledger;

/// <summary>A sharer's part of one lead, in units.</summary>
public readonly record struct Slice(RepId Rep, long Amount);
