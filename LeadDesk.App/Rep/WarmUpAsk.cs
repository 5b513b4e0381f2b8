namespace LeadDesk.App.RepDesk;

/// <summary>A customer to hand over live with what was said, or to be called by somebody at a time (UTC).</summary>
public sealed record WarmUpAsk(Guid Id, WarmUpStep Step, string? Said = null, Guid? To = null, DateTimeOffset? At = null);
