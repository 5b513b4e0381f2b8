using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>Somebody a lead could not go to, and the first test they failed.</summary>
public readonly record struct PassedOver(RepId Rep, Test Test);
