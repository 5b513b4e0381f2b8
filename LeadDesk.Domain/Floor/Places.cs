namespace LeadDesk.Domain.Floor;

/// <summary>How many of a person's places are in use.</summary>
public sealed record Places(int Used, int Limit);
