namespace LeadDesk.Domain.Floor;

/// <summary>How many people failed a test of eligibility first, e.g. E4, 3.</summary>
public sealed record TallyLine(string Test, int Count);
