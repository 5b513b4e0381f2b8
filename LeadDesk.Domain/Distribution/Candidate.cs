using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>Somebody a lead could have gone to; Balance is in ledger units after the shares of this decision, 0 where the ledger did not decide.</summary>
public readonly record struct Candidate(RepId Rep, long Balance);
