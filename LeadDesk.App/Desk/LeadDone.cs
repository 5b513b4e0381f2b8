using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What became of one lead of a bulk: done, or why not, and its version from then on; null version = there is no such lead.</summary>
public readonly record struct LeadDone(LeadId Lead, Refusal? Refusal, long? Version);
