using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A step of a round that broke and was taken back: the bug, and the lead it was about; null = no lead in particular.</summary>
public sealed record Broken(LeadId? Lead, Exception Bug);
