using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Lab;

/// <summary>A lead that somebody else would have had; null = nobody.</summary>
public readonly record struct Move(LeadId Lead, RepId? From, RepId? To, string? LaneBefore, string? LaneAfter);
