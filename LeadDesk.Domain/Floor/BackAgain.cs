using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A customer somebody knows wrote again (UTC) while they could not be asked.</summary>
public sealed record BackAgain(LeadId Lead, DateTimeOffset At);
