using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Fairness;

/// <summary>One figure of the watch, who stands out first, then by rate; people to whom nothing of the kind could happen are left out.</summary>
public sealed record WatchFigure(WatchKind Kind, int Count, int Of, ImmutableArray<WatchRow> Rows)
{
    /// <summary>With fewer than this nothing is said of anybody.</summary>
    private const int Fewest = 3;

    /// <summary>Made of everybody's counts of a period.</summary>
    public static WatchFigure From(WatchKind kind, IReadOnlyList<(RepId Rep, WatchCount Counts)> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var counted = people.Select(p => (p.Rep, Pair: PairOf(kind, p.Counts))).Where(p => p.Pair.Of > 0).ToList();
        var (count, of) = (counted.Sum(p => p.Pair.Count), counted.Sum(p => p.Pair.Of));
        var rows = counted.Select(p => Row(kind, p.Rep, p.Pair.Count, p.Pair.Of, count - p.Pair.Count, of - p.Pair.Of));
        return new(kind, count, of, [.. rows.OrderByDescending(r => r.StandsOut).ThenByDescending(r => kind == WatchKind.Participation ? -r.Rate : r.Rate).ThenByDescending(r => r.Of).ThenBy(r => r.Rep)]);
    }

    private static (int Count, int Of) PairOf(WatchKind kind, WatchCount c) => kind switch
    {
        WatchKind.Participation => (c.Reached, c.Alerts),
        WatchKind.Burned => (c.Burned, c.Chosen),
        WatchKind.Peeked => (c.Peeked, c.Helped),
        WatchKind.Declined => (c.Declined, c.Offers),
        WatchKind.Storms => (c.Storms, c.Offers),
        WatchKind.Hoarded => (c.Piled, c.Helped),
        _ => (c.Emptied, c.Ended),
    };

    /// <summary>Two standard deviations of a binomial count around what the others' rate would give, and never on fewer than three.</summary>
    private static WatchRow Row(WatchKind kind, RepId rep, int count, int of, int othersCount, int othersOf)
    {
        var row = new WatchRow(rep, count, of, othersCount, othersOf, kind == WatchKind.Storms && count > 0);
        if (kind == WatchKind.Storms || othersOf == 0)
        {
            return row;
        }

        var expected = of * row.OthersRate;
        var spread = Math.Max(1, 2 * Math.Sqrt(of * row.OthersRate * (1 - row.OthersRate)));
        return row with { StandsOut = kind == WatchKind.Participation ? of >= Fewest && count < expected - spread : count >= Fewest && count > expected + spread };
    }
}
