using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// Where a person stands in a lane that looks back, best first: the figure it goes by (a rate in thousandths of the team's, a score in
/// millionths, or wins) and the leads and wins behind it. Learning = in induction, and not ranked.
/// </summary>
public sealed record Standing(RepId Rep, long Value, int Leads, int Wins, bool Learning);
