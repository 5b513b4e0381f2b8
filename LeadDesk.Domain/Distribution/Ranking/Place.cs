using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// One person's place, from 1, in a lane that ranks by results; null = in induction, and not ranked. Rate: won of received in thousandths,
/// with twenty leads of an average person added. Most: how many of today's leads the next one may make; null = no cap.
/// </summary>
public sealed record Place(int? Number, Standing Standing, int Rate, int HadToday, long? Most)
{
    public RepId Rep => Standing.Rep;
}
