namespace LeadDesk.App.Manager;

/// <summary>A manager moves a lead to a person; the reason is a note for the next holder.</summary>
public sealed record AssignAsk(Guid LeadId, Guid PersonId, string? Reason);
