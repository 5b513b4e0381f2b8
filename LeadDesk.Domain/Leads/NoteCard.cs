namespace LeadDesk.Domain.Leads;

/// <summary>What somebody wrote about a lead, as its owner and managers read it.</summary>
public sealed record NoteCard(DateTimeOffset At, Guid ById, string? ByName, string Text);
