using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>Somebody leaves: what becomes of the open leads, and to whom where they are handed on.</summary>
public sealed record LeaveTaking(OpenLeads Open, RepId? To, string? Reason);
