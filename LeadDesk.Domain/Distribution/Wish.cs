using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>What a lead asks of people in its lane and ring: leads that ask the same, and that nobody has had, are open to the same people.</summary>
public sealed record Wish(int Ring, RepId? Known, string? Product, object? Fit);
