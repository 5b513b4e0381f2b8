using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>When a lead that is not for now comes back (UTC), and to whom first; null = to whoever the rules say.</summary>
public sealed record NextTouch(DateTimeOffset At, RepId? To);
