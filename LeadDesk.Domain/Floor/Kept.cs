using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>What is kept of an answer so that a retry with the same Idempotency-Key gets it again: for 24 hours, over restarts; never the body.</summary>
public sealed record Kept(string Key, string Body, int Status, LeadId? Lead, long? Version, Guid? ActionId);
