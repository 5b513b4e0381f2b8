using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>
/// What a person received and won, by day of the floor's calendar and source. Only days that are over are ever summed, so that scores
/// stand still for their week or month by themselves and come out of the log again the same.
/// </summary>
public static class TrackRecord
{
    /// <summary>Longer than the longest window, three months and the days since.</summary>
    private const int KeptDays = 130;

    private const int DayLength = 10;

    public static ImmutableSortedDictionary<string, DayCell> Empty { get; } = Sorted.None<DayCell>();

    public static ImmutableSortedDictionary<string, DayCell> Add(ImmutableSortedDictionary<string, DayCell> cells, DateOnly day, string source, DayCell cell)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var key = Day(day) + source;
        var known = cells.TryGetValue(key, out var before);
        cells = cells.SetItem(key, before.Add(cell));
        if (known)
        {
            return cells;
        }

        var oldest = Day(day.AddDays(-KeptDays));
        return cells.RemoveRange(cells.Keys.TakeWhile(k => string.CompareOrdinal(k, oldest) < 0).ToList());
    }

    /// <summary>Every source with its sums over the days from `from` to before `until`.</summary>
    public static IEnumerable<(string Source, DayCell Cell)> Between(ImmutableSortedDictionary<string, DayCell> cells, DateOnly from, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var (first, end) = (Day(from), Day(until));
        foreach (var (key, cell) in cells)
        {
            if (string.CompareOrdinal(key, end) >= 0)
            {
                yield break;
            }

            if (string.CompareOrdinal(key, first) >= 0)
            {
                yield return (key[DayLength..], cell);
            }
        }
    }

    /// <summary>What receiving a lead in this way counts for this person. A null way is a lead that nobody knows the way of.</summary>
    public static DayCell Received(Rep rep, TakeWay? way) => new(1, IsFair(rep, way) ? 1 : 0, 0, 0, 0);

    /// <summary>What winning a lead that came in this way counts.</summary>
    public static DayCell Won(Rep rep, TakeWay? way, decimal? value) =>
        new(0, 0, 1, IsFair(rep, way) ? 1 : 0, (long)Math.Round(Math.Clamp(value ?? 0, 0, 1_000_000_000_000m) * 100));

    // Who picks, or is picked by a manager, may have picked the easy ones; who is still learning is not measured by it.
    private static bool IsFair(Rep rep, TakeWay? way) => way is TakeWay.Accepted or TakeWay.Pushed or TakeWay.Pulled && !rep.Terms.IsInInduction;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
