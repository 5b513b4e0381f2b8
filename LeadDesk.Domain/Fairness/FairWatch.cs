using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Fairness;

/// <summary>
/// The fairness watch over some days, today among them: what each person did with what was put to them, what was left behind by those who
/// choose (per lane, its sources below it, Source "" = all of them), and who gave leads to whom by hand.
/// </summary>
public sealed record FairWatch(DateOnly From, DateOnly Until, ImmutableArray<WatchFigure> Figures, ImmutableArray<WatchLane> LeftBehind, ImmutableArray<WatchPick> Picks)
{
    public static FairWatch Of(SalesFloor floor, DateTimeOffset now, int days)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var until = floor.DayOf(now).Day;
        var from = until.AddDays(1 - days);
        var seen = floor.Watch.Days.Where(d => d.Day >= from && d.Day <= until).ToList();
        var people = floor.People.Select(p => (p.Number, seen.Aggregate(default(WatchCount), (sum, d) => sum + d.Of(p.Number)))).ToList();
        return new(
            from,
            until,
            [.. Enum.GetValues<WatchKind>().Select(k => WatchFigure.From(k, people))],
            [.. Lanes(seen)],
            [.. seen.SelectMany(d => d.Picks).GroupBy(p => (p.By, p.To)).Select(g => new WatchPick(g.Key.By, g.Key.To, g.Sum(p => p.Leads), g.Sum(p => p.Forced))).Where(p => p.Leads > 0).OrderBy(p => p.By).ThenByDescending(p => p.Leads)]);
    }

    private static IEnumerable<WatchLane> Lanes(List<WatchDay> seen)
    {
        foreach (var lane in seen.SelectMany(d => d.Lanes).GroupBy(l => l.Lane, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var sources = lane.GroupBy(l => l.Source, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Aggregate((a, b) => a.Plus(b))).ToList();
            yield return sources.Aggregate((a, b) => a.Plus(b)) with { Source = "" };
            if (sources.Count > 1)
            {
                foreach (var source in sources)
                {
                    yield return source;
                }
            }
        }
    }
}
