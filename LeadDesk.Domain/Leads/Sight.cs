using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>Somebody who had this lead before their eyes (as owner, offer or alert) until a moment, UTC.</summary>
public readonly record struct Sight(RepId Rep, DateTimeOffset Until, bool AsOwner);
