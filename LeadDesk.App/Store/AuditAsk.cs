namespace LeadDesk.App.Store;

/// <summary>Which events somebody looks for: by a person who acted or held the lead, by lead, by acts, and by time (from inclusive, until exclusive). Null = any.</summary>
public sealed record AuditAsk(Guid? Person, Guid? Lead, IReadOnlyCollection<string>? Acts, DateTimeOffset? From, DateTimeOffset? Until);
