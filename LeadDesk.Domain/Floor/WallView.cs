using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>What a screen on the wall shows: counts, bands and clock times. No lead and no person can be told from it.</summary>
public sealed record WallView
{
    private const int MostClocks = 200;

    public required long Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required FloorCounts Counts { get; init; }

    public ImmutableArray<WallLane> Waiting { get; init; } = [];

    /// <summary>When the lead came in that has waited longest for somebody to take it; null = none waits.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The window of that lead's lane, in seconds; null where no clock runs for it.</summary>
    public int? WaitingGoalSeconds { get; init; }

    public required AnswersToday Answers { get; init; }

    public required WallPeople People { get; init; }

    /// <summary>The running first-answer clocks, the most urgent first, 200 at most.</summary>
    public ImmutableArray<Due> Clocks { get; init; } = [];

    public static WallView Of(SalesFloor floor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var counts = floor.Counts;
        var longest = Unowned(floor).MinBy(l => l.ReceivedAt);
        return new()
        {
            Version = floor.Seq,
            At = now,
            Counts = new(counts.Waiting, counts.Offered, counts.Owned, counts.Late, counts.AboutToMiss, counts.Held),
            Waiting = [.. floor.Plan.Lanes.Select(l => new WallLane(l.Key, l.Lane.Name, WaitingBand.NameOf(floor.BacklogOf(l.Key).Count)))],
            WaitingSince = longest?.ReceivedAt,
            WaitingGoalSeconds = longest?.Due is null ? null : (int?)floor.Plan.Find(longest.Stay?.Lane)?.Window.TotalSeconds,
            Answers = AnswersToday.Of(floor, now),
            People = PeopleOf(floor),
            Clocks = [.. floor.Urgency.Select(m => floor.Leads[m.What]).TakeWhile(l => !l.IsAnswered).Take(MostClocks).Select(l => Clock(floor, l, now)).OfType<Due>()],
        };
    }

    /// <summary>The heads of what waits and all that rings: the oldest unowned lead is among them, however many wait.</summary>
    private static IEnumerable<Lead> Unowned(SalesFloor floor) =>
        floor.Backlogs.Values.SelectMany(b => b.Groups.Values).Select(line => line.From(DateTimeOffset.MaxValue).First().Lead)
            .Concat(floor.Ringing.Values.SelectMany(r => r))
            .Concat(floor.People.Select(p => p.Offer).OfType<LeadId>())
            .Concat(floor.WithManagers)
            .Select(id => floor.Leads[id]);

    private static WallPeople PeopleOf(SalesFloor floor)
    {
        var all = floor.People.Where(p => p.Terms is { Active: true, HoldsLeads: true }).ToLookup(p => p.Presence);
        return new(
            all[Presence.Available].Count(),
            all[Presence.WithCustomer].Count(),
            all[Presence.Break].Count() + all[Presence.Away].Count(),
            all[Presence.Available].Sum(p => Math.Max(0, p.Terms.Places - p.PlacesUsed)));
    }

    private static Due? Clock(SalesFloor floor, Lead lead, DateTimeOffset now) => lead.Due is not { } window ? null
        : new("firstAttempt", window.From, window.Due, Bands.Of(window.From, window.Due, now, floor.Plan.Find(lead.Stay?.Lane)?.Hours ?? OpeningHours.Always));
}
