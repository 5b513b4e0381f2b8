namespace LeadDesk.App.Manager;

/// <summary>The owner of an account keeps it longer, and why.</summary>
public sealed record ExtendAsk(Guid Id, string? Reason);
