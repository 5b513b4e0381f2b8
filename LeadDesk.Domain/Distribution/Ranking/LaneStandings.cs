using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// Where everybody stands in a lane that ranks by results, best first, over the days from From to before Until; TeamRate is won of received
/// in thousandths. The percents are the lane's brakes; null = it has none.
/// </summary>
public sealed record LaneStandings(string Lane, DateOnly From, DateOnly Until, int TeamRate, ImmutableArray<Place> Places)
{
    public int? CapPercent { get; init; }

    public int? FloorPercent { get; init; }

    public int? ExplorePercent { get; init; }

    /// <summary>Null where the lane's ranking does not look back.</summary>
    public static LaneStandings? Of(SalesFloor floor, LaneRules lane, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        if (!lane.Method.Ranking.LooksBack)
        {
            return null;
        }

        var standings = lane.Method.Ranking.Standings(floor, lane);
        var (from, until) = Scores.Span(floor, lane.Method.Ranking is Leaderboard ? lane.Of(Leaderboard.Months) : null);
        var (leads, wins) = (standings.Sum(s => (long)s.Leads), standings.Sum(s => (long)s.Wins));
        var rate = leads <= 0 ? 0 : (double)wins / leads;
        var brakes = lane.Method.Ranking is TopProducer;
        return new(lane.Key, from, until, Thousandths(rate), [.. standings.Select((s, i) => At(s, i))])
        {
            CapPercent = brakes ? lane.Of(TopProducer.CapPercent) : null,
            FloorPercent = brakes ? lane.Of(TopProducer.FloorPercent) : null,
            ExplorePercent = brakes ? lane.Of(TopProducer.ExplorePercent) : null,
        };

        // Those in induction come last, so that a place is a place in the list.
        Place At(Standing standing, int i)
        {
            var (had, most) = TopProducer.Today(floor, lane, floor.Person(standing.Rep), today);
            var shrunk = (standing.Wins + (Scores.Shrinkage * rate)) / (Math.Max(0, standing.Leads) + Scores.Shrinkage);
            return new(standing.Learning ? null : i + 1, standing, Thousandths(shrunk), had, brakes ? most : null);
        }
    }

    private static int Thousandths(double rate) => (int)Math.Round(1000 * Math.Clamp(rate, 0, 1));
}
