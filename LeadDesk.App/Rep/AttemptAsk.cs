using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>A human attempt to record, as the rep said it; NextAt in UTC.</summary>
public sealed record AttemptAsk(Guid Id, Channel Channel, AttemptResult Result, string? Note, DateTimeOffset? NextAt);
