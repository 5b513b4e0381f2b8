namespace LeadDesk.App.RepDesk;

/// <summary>A lead to hand to a colleague.</summary>
public sealed record HandOverAsk(Guid Id, Guid To);
