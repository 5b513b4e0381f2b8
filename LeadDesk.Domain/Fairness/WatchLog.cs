using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Fairness;

/// <summary>
/// The counts of the fairness watch of the last four weeks, a day at a time, kept as things happen so that nobody counts rows for a screen.
/// Runs: offers declined one after another up to now, by number.
/// </summary>
public sealed record WatchLog(ImmutableArray<WatchDay> Days, ImmutableArray<int> Runs)
{
    /// <summary>So many days are kept, today among them.</summary>
    public const int Kept = 28;

    /// <summary>So many declined one after another are a storm.</summary>
    public const int StormAt = 3;

    public static WatchLog Empty { get; } = new([], []);

    /// <summary>With a change of one day; a day long gone is not counted any more.</summary>
    public WatchLog On(DateOnly day, Func<WatchDay, WatchDay> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var i = Days.Length - 1; i >= 0; i--)
        {
            if (Days[i].Day == day)
            {
                return this with { Days = Days.SetItem(i, change(Days[i])) };
            }
        }

        return !Days.IsEmpty && Days[^1].Day > day
            ? this
            : this with { Days = [.. Days.Where(d => d.Day > day.AddDays(-Kept)), change(WatchDay.On(day))] };
    }

    public int RunOf(RepId rep) => rep.Number <= Runs.Length ? Runs[rep.Number - 1] : 0;

    /// <summary>An offer was declined (true), or taken up.</summary>
    public WatchLog Run(RepId rep, bool declined)
    {
        if (!declined && RunOf(rep) == 0)
        {
            return this;
        }

        var runs = Runs.ToBuilder();
        while (runs.Count < rep.Number)
        {
            runs.Add(0);
        }

        runs[rep.Number - 1] = declined ? runs[rep.Number - 1] + 1 : 0;
        return this with { Runs = runs.DrainToImmutable() };
    }
}
