using LeadDesk.Domain.Clocks;

namespace LeadDesk.Domain.Floor;

/// <summary>A shop or desk with its own calendar.</summary>
public sealed record Location(string Key, string Name, OpeningHours Hours, string? Currency);
