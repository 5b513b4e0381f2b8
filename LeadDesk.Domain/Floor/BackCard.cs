namespace LeadDesk.Domain.Floor;

/// <summary>A customer of the reader's wrote again (UTC): in which lane it is, and who has it now.</summary>
public sealed record BackCard(DateTimeOffset At, string Lane, string? OwnerName);
