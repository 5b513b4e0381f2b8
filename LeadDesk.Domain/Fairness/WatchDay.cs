using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Fairness;

/// <summary>One day of the floor's calendar in the fairness watch. By number: the person with number n stands at n - 1.</summary>
public sealed record WatchDay(DateOnly Day, ImmutableArray<WatchCount> ByNumber, ImmutableArray<WatchLane> Lanes, ImmutableArray<WatchPick> Picks)
{
    public static WatchDay On(DateOnly day) => new(day, [], [], []);

    public WatchCount Of(RepId rep) => rep.Number <= ByNumber.Length ? ByNumber[rep.Number - 1] : default;

    /// <summary>With something added to what is counted of each of these people.</summary>
    public WatchDay Add(WatchCount more, params IEnumerable<RepId> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var counts = ByNumber.ToBuilder();
        foreach (var rep in people)
        {
            while (counts.Count < rep.Number)
            {
                counts.Add(default);
            }

            counts[rep.Number - 1] += more;
        }

        return this with { ByNumber = counts.DrainToImmutable() };
    }

    /// <summary>With a lead of a lane and source that somebody chose, or that nobody did.</summary>
    public WatchDay Count(string lane, string source, bool taken, decimal? value)
    {
        for (var i = 0; i < Lanes.Length; i++)
        {
            if (Lanes[i].Lane == lane && Lanes[i].Source == source)
            {
                return this with { Lanes = Lanes.SetItem(i, Lanes[i].Count(taken, value)) };
            }
        }

        return this with { Lanes = Lanes.Add(new WatchLane(lane, source, 0, 0, 0, 0, 0, 0).Count(taken, value)) };
    }

    /// <summary>With a lead that a manager gave to somebody (1), or had not given after all (-1).</summary>
    public WatchDay Pick(RepId by, RepId to, bool forced, int sign)
    {
        var more = forced ? sign : 0;
        for (var i = 0; i < Picks.Length; i++)
        {
            if (Picks[i].By == by && Picks[i].To == to)
            {
                return this with { Picks = Picks.SetItem(i, Picks[i] with { Leads = Picks[i].Leads + sign, Forced = Picks[i].Forced + more }) };
            }
        }

        return this with { Picks = Picks.Add(new(by, to, sign, more)) };
    }
}
