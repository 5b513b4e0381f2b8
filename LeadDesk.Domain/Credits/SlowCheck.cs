namespace LeadDesk.Domain.Credits;

/// <summary>By a moment (UTC) an owner has tried so often or reached the customer, or the lead goes on early.</summary>
public sealed record SlowCheck(DateTimeOffset At, int Attempts);
