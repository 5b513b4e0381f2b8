using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A lead that was none: who asks for the turn back, since when (UTC), and what it is said to have been.</summary>
public sealed record CreditAsk(Guid LeadId, string? Name, string? Product, Guid ById, string ByName, Outcome Outcome, DateTimeOffset At, string? Lane);
