namespace LeadDesk.Domain.Leads;

/// <summary>A hot transfer as the lead's owner sees it (UTC): at how many desks it rings, how many said no, and how it ended; End null = it rings.</summary>
public sealed record TransferCard(DateTimeOffset At, DateTimeOffset EndsAt, int Ringing, int Declined, TransferEnd? End);
