using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// The best of the last 90 days first, with four brakes: scores are shrunk toward the team's mean and stand still for a week; nobody has
/// more than their share cap of the lane's day while somebody else is eligible; a part of the leads, by open dice, goes as a fair turn; and
/// whoever is below the floor share of the day, people in induction among them, comes first, by a fair turn.
/// </summary>
public sealed class TopProducer : RankingOrder
{
    public static readonly ChoiceKnob Metric = new("metric", ["wonCount", "wonValue", "closeRate"], "closeRate");

    public static readonly WholeKnob CapPercent = new("capPercent", 1, 100, 40);

    public static readonly WholeKnob ExplorePercent = new("explorePercent", 0, 100, 20);

    public static readonly WholeKnob FloorPercent = new("floorPercent", 0, 50, 5);

    private static readonly FairShare Fair = new();

    public override ImmutableArray<Knob> Knobs => [Metric, CapPercent, ExplorePercent, FloorPercent];

    public override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var today = floor.DayOf(floor.At).Day;
        var before = floor.People.Sum(p => Had(floor, lane, p, today));
        ImmutableArray<Rep> under = [.. eligible.Where(r => Had(floor, lane, r, today) < MostOf(lane, before + 1))];
        under = under.IsEmpty ? eligible : under;
        ImmutableArray<Rep> behind = [.. under.Where(r => Had(floor, lane, r, today) * 100L < (long)lane.Of(FloorPercent) * before)];
        var scores = ScoresOf(floor, lane);
        ImmutableArray<Rep> scored = [.. under.Where(r => scores.ContainsKey(r.Number))];
        var explores = Dice.Chance(Dice.Throw(Convert.FromHexString(floor.Secret), entry, new RepId(0))) * 100 <= lane.Of(ExplorePercent);
        var (ground, ranked) = !behind.IsEmpty ? (Ground.FloorShare, Fair.Rank(floor, lane, lead, behind, entry))
            : explores || scored.IsEmpty ? (Ground.Explore, Fair.Rank(floor, lane, lead, under, entry))
            : (Ground.Score, new ByScore(scores).Rank(floor, lane, lead, scored, entry));
        var named = ranked.Order.Select(c => c.Rep).ToHashSet();
        return ranked with
        {
            Order = [.. ranked.Order, .. eligible.Where(r => !named.Contains(r.Number)).Select(r => new Candidate(r.Number, 0))],
            Ground = eligible.Length > 1 ? ground : null,
            Figures = [.. eligible.Where(r => scores.ContainsKey(r.Number)).Select(r => new Figure(r.Number, scores[r.Number].Score, scores[r.Number].Leads))],
        };
    }

    public override bool LooksBack => true;

    public override ImmutableArray<Standing> Standings(SalesFloor floor, LaneRules lane)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var scores = ScoresOf(floor, lane);
        return [.. floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true })
            .Select(p => scores.TryGetValue(p.Number, out var s) ? new Standing(p.Number, s.Score, s.Leads, s.Wins, Learning: false) : new Standing(p.Number, 0, 0, 0, Learning: true))
            .OrderBy(s => s.Learning).ThenByDescending(s => s.Value)];
    }

    /// <summary>
    /// Everybody's score by the lane's metric, in millionths: what they made of a lead, shrunk toward the team's mean and less one standard
    /// error of the rate it rests on, so that one lead won of one does not come before thirty of sixty; counts and values are that times their leads.
    /// </summary>
    private static Dictionary<RepId, (long Score, int Leads, int Wins)> ScoresOf(SalesFloor floor, LaneRules lane)
    {
        var metric = lane.Of(Metric);
        double Of(DayCell cell) => metric == "wonValue" ? cell.Hundredths / 100.0 : cell.Wins;
        var team = Scores.OfWindow(floor);
        var leads = team.Sum(t => (long)t.Sum.Leads);
        var mean = leads <= 0 ? 0 : team.Sum(t => Of(t.Sum)) / leads;
        var winRate = leads <= 0 ? 0 : (double)team.Sum(t => (long)t.Sum.Wins) / leads;
        return team.ToDictionary(t => t.Rep.Number, t =>
        {
            var weighed = Math.Max(0, t.Sum.Leads) + (double)Scores.Shrinkage;
            var per = (Of(t.Sum) + (Scores.Shrinkage * mean)) / weighed;
            var rate = Math.Clamp((t.Sum.Wins + (Scores.Shrinkage * winRate)) / weighed, 0, 1);
            var sure = metric == "closeRate" ? per - Math.Sqrt(rate * (1 - rate) / weighed) : per * t.Sum.Leads;
            return ((long)Math.Round(1_000_000 * sure), t.Sum.Leads, t.Sum.Wins);
        });
    }

    /// <summary>What a person had of this lane's leads today, and the most they may have once the next is given.</summary>
    internal static (int Had, long Most) Today(SalesFloor floor, LaneRules lane, Rep rep, DateOnly today) =>
        (Had(floor, lane, rep, today), MostOf(lane, floor.People.Sum(p => Had(floor, lane, p, today)) + 1));

    /// <summary>The most leads that one person may have of the day's first n: the cap of them, rounded up to a whole lead.</summary>
    private static long MostOf(LaneRules lane, int day) => (((long)lane.Of(CapPercent) * day) + 99) / 100;

    private static int Had(SalesFloor floor, LaneRules lane, Rep rep, DateOnly today) =>
        rep.PerLane.GetValueOrDefault(lane.Key).On(today) + (rep.Offer is { } offer && floor.Find(offer)?.Stay?.Lane == lane.Key ? 1 : 0);

    /// <summary>The largest score first.</summary>
    private sealed class ByScore(Dictionary<RepId, (long Score, int Leads, int Wins)> scores) : InLine
    {
        internal override Line Line(SalesFloor floor, LaneRules lane, Lead lead) => new(r => -scores[r.Number].Score, Ground.Score);
    }
}
