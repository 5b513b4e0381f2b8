using LeadDesk.Domain.Clocks;

namespace LeadDesk.Domain.Leads;

/// <summary>A deadline as people see it: when it began, when it falls due (UTC), and how near it is.</summary>
public sealed record Due(string Kind, DateTimeOffset From, DateTimeOffset At, Band Band);
