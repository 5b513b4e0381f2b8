namespace LeadDesk.App.RepDesk;

/// <summary>A lead is not for now: it comes back at a time (UTC), to its owner first or, pooled, to whoever the rules say. At null = its customer wants to hear nothing more.</summary>
public sealed record NotNowAsk(Guid Id, DateTimeOffset? At, bool Pooled);
