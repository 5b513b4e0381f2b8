namespace LeadDesk.App.RepDesk;

/// <summary>A lead to pass or give back; the reason is never required.</summary>
public sealed record ReasonAsk(Guid Id, string? Reason);
