using LeadDesk.Domain.Distribution;

namespace LeadDesk.Domain.Floor;

/// <summary>How well some leads fit a person right now: how many of them they could be given, the first test that keeps out the others, and for a single lead their place in its turn (0 = next).</summary>
public sealed record Fit(Guid Person, int Leads, Test? Why, int? Turn);
