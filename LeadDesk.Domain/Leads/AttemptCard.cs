namespace LeadDesk.Domain.Leads;

/// <summary>One attempt as the owner and managers see it.</summary>
public sealed record AttemptCard(DateTimeOffset At, Guid ById, string? ByName, Channel Channel, AttemptResult Result, string? Note);
