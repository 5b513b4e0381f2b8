using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>What is agreed with one person, and what would be.</summary>
public sealed record PersonTrial(RepId Person, RepTerms Before, RepTerms After);
