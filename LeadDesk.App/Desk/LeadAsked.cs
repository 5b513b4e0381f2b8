using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>One lead of a bulk, and the version of it that the caller has before their eyes; null = they did not say.</summary>
public readonly record struct LeadAsked(LeadId Lead, long? Version);
