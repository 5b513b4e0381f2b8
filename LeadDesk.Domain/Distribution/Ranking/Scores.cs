using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>What the days that are over say about people. Scores stand still for a week, boards for a month; whoever is in induction has none.</summary>
public static class Scores
{
    /// <summary>So many leads of an average person are added to everybody's, so that one lucky lead says little (shrinkage toward the team's mean).</summary>
    public const int Shrinkage = 20;

    public const int WindowDays = 90;

    /// <summary>The Monday of this week: days from here on do not count yet.</summary>
    public static DateOnly Week(SalesFloor floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return floor.DayOf(floor.At).Week;
    }

    /// <summary>The days that count, the last one left out: so many whole months before this one, or, without, the 90 days before this week.</summary>
    public static (DateOnly From, DateOnly Until) Span(SalesFloor floor, int? months)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var until = months is null ? Week(floor) : floor.DayOf(floor.At).Month;
        return (months is { } whole ? until.AddMonths(-whole) : until.AddDays(-WindowDays), until);
    }

    /// <summary>The people who are ranked, and what they did in the 90 days before this week.</summary>
    public static ImmutableArray<(Rep Rep, DayCell Sum)> OfWindow(SalesFloor floor)
    {
        var (from, until) = Span(floor, null);
        return [.. Ranked(floor).Select(r => (r, Sum(r, from, until)))];
    }

    /// <summary>The people who are ranked, and what they did in so many whole months before this one.</summary>
    public static ImmutableArray<(Rep Rep, DayCell Sum)> OfMonths(SalesFloor floor, int months)
    {
        var (from, until) = Span(floor, months);
        return [.. Ranked(floor).Select(r => (r, Sum(r, from, until)))];
    }

    /// <summary>
    /// Everybody's rate of wins against what the team would have won of the same sources, shrunk toward 1: (wins + k·p) / (expected + k·p)
    /// with k = 20 and p the team's rate; with one source that is ((wins + k·p)/(leads + k))/p. Below 20 fair leads it is 1. In thousandths, with the fair leads and wins.
    /// </summary>
    public static ImmutableDictionary<RepId, (int Thousandths, int Leads, int Wins)> Conversion(SalesFloor floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var until = Week(floor);
        var team = new Dictionary<string, (int Leads, int Wins)>(StringComparer.Ordinal);
        var all = new List<(RepId Rep, Dictionary<string, (int Leads, int Wins)> Sources)>();
        foreach (var rep in Ranked(floor))
        {
            var sources = new Dictionary<string, (int Leads, int Wins)>(StringComparer.Ordinal);
            foreach (var (source, cell) in TrackRecord.Between(rep.Track, until.AddDays(-WindowDays), until))
            {
                var (leads, wins) = sources.GetValueOrDefault(source);
                sources[source] = (leads + cell.Fair, wins + cell.FairWins);
                (leads, wins) = team.GetValueOrDefault(source);
                team[source] = (leads + cell.Fair, wins + cell.FairWins);
            }

            all.Add((rep.Number, sources));
        }

        var (total, won) = (team.Values.Sum(t => t.Leads), team.Values.Sum(t => t.Wins));
        var mean = total <= 0 ? 0 : (double)won / total;
        return all.ToImmutableDictionary(a => a.Rep, a =>
        {
            var (leads, wins) = (a.Sources.Values.Sum(s => s.Leads), a.Sources.Values.Sum(s => s.Wins));
            if (leads < Shrinkage || mean <= 0)
            {
                return (1000, leads, wins);
            }

            var expected = a.Sources.Sum(s => team[s.Key].Leads <= 0 ? 0 : s.Value.Leads * (double)team[s.Key].Wins / team[s.Key].Leads);
            return ((int)Math.Round(1000 * (wins + (Shrinkage * mean)) / (expected + (Shrinkage * mean))), leads, wins);
        });
    }

    private static IEnumerable<Rep> Ranked(SalesFloor floor) => floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true, IsInInduction: false });

    private static DayCell Sum(Rep rep, DateOnly from, DateOnly until) =>
        TrackRecord.Between(rep.Track, from, until).Aggregate(default(DayCell), (sum, c) => sum.Add(c.Cell));
}
