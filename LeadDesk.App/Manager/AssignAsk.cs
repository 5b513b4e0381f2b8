namespace LeadDesk.App.Manager;

/// <summary>A manager moves a lead to a person; the reason is a note for the next holder. Force overrides a hard block and is marked in the receipt.</summary>
public sealed record AssignAsk(Guid LeadId, Guid PersonId, string? Reason, bool Force = false);
