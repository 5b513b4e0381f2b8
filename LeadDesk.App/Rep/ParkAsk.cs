namespace LeadDesk.App.RepDesk;

/// <summary>A lead to come back to at Until (UTC).</summary>
public sealed record ParkAsk(Guid Id, DateTimeOffset Until);
