using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>A number that a ranking went by, for one person: points of a match; a rate in thousandths of the team's, or a score in millionths, of so many leads.</summary>
public readonly record struct Figure(RepId Rep, long Value, int Leads = 0);
