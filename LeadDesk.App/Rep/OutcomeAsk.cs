using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>How a lead ended, as the rep said it.</summary>
public sealed record OutcomeAsk(Guid Id, Outcome Outcome, decimal? Value, string? Reason);
