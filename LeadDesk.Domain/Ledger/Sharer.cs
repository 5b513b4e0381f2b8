using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Ledger;

/// <summary>Somebody who shares in a decision: their weight, and the entry number at which they last received (0 = never).</summary>
public readonly record struct Sharer(RepId Rep, long Weight, long LastReceived);
