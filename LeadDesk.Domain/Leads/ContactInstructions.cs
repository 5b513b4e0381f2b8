namespace LeadDesk.Domain.Leads;

/// <summary>How the customer wants to be reached.</summary>
public sealed record ContactInstructions(string? Channel, string? Hours, bool Discreet);
