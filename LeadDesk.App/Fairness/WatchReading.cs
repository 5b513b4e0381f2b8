using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Fairness;

/// <summary>The fairness watch with one reader's eyes, from the counts of the committed floor.</summary>
public sealed class WatchReading(Calls calls, PeopleDirectory people)
{
    /// <summary>How many days may be asked for, from today back.</summary>
    public static readonly IReadOnlyList<int> Spans = [1, 7, WatchLog.Kept];

    public WatchView Read(RepId viewer, int days)
    {
        var floor = calls.Floor;
        var all = floor.Person(viewer).Terms.LeadsTheFloor;
        var watch = FairWatch.Of(floor, calls.Now, days);
        return new(
            watch.From,
            watch.Until,
            days,
            all,
            [.. watch.Figures.Select(f => new WatchCard(f.Kind, f.Count, f.Of, [.. f.Rows.Where(r => all || r.Rep == viewer).Select(r => new WatchPerson(floor.Person(r.Rep).Id, people.NameOf(r.Rep), r.Rep == viewer, r))]))],
            all ? watch.LeftBehind : [],
            [.. watch.Picks.Where(p => all || p.To == viewer).Select(p => new WatchGiven(floor.Person(p.By).Id, people.NameOf(p.By), floor.Person(p.To).Id, people.NameOf(p.To), p.Leads, p.Forced))])
        {
            Names = floor.Plan.Plan.Sources.Select(s => (s.Key, s.Name)).Concat(floor.Plan.Lanes.Select(l => (l.Key, l.Lane.Name)))
                .GroupBy(n => n.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Name, StringComparer.Ordinal),
        };
    }
}
