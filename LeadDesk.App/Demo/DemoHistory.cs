using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Demo;

/// <summary>Some weeks of a made-up floor, lived through the real engine at simulated times, before the desk opens: so the log, the ledgers and the rows are what they would be.</summary>
internal sealed class DemoHistory(EventLog log, ContactKey key)
{
    private const int Seed = 7;
    private const int Days = 14;
    private static readonly TimeSpan VisitorsOwn = TimeSpan.FromMinutes(14);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(45);
    private readonly DemoLeads dice = new(Seed);

    /// <summary>The floor at `now` after those weeks.</summary>
    public SalesFloor Live(SalesFloor floor, DateTimeOffset now, IReadOnlyList<FloorEvent.PersonSet> people)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var at = now.AddDays(-Days);
        floor = Do(floor, at, new Tick(at, Safety: false, []) with { Actor = Actor.Desk with { Via = DemoMark.Via } });
        floor = Do(floor, at, new Publish(Actor.Desk with { Via = "file" }, DemoFloor.Plan, [.. people]));
        var before = at;
        while (at < now)
        {
            at += Step;
            at = at < now ? at : now;
            var hour = TimeZoneInfo.ConvertTime(at, floor.Plan.Zone).Hour;
            var isLast = now - at < TimeSpan.FromHours(2);
            if (hour is < 9 or >= 18 && !isLast)
            {
                // Nobody is in at night; the deadlines of the evening fire before the morning.
                floor = GoHome(floor, at, before);
                before = at;
                at += TimeSpan.FromMinutes(30);
                continue;
            }

            floor = Do(floor, at, new Tick(before, Safety: false, []));
            floor = Work(ComeIn(floor, at), at, isLast, now - at < VisitorsOwn);
            before = at;
        }

        return floor;
    }

    private SalesFloor GoHome(SalesFloor floor, DateTimeOffset at, DateTimeOffset before)
    {
        floor = Do(floor, at, new Tick(before, Safety: false, []));
        foreach (var person in floor.People.Where(p => p.Presence != Presence.Off))
        {
            floor = Do(floor, at, new SetPresence(Actor.Person(person.Number, "api"), person.Number, Presence.Off, dice.Id()));
        }

        return floor;
    }

    private SalesFloor ComeIn(SalesFloor floor, DateTimeOffset at)
    {
        foreach (var person in floor.People.Where(p => p.Presence == Presence.Off && p.Terms.HoldsLeads))
        {
            floor = dice.Chance(0.05) ? Do(floor, at, new SetPresence(Actor.Person(person.Number, "api"), person.Number, Presence.Available, dice.Id())) : floor;
        }

        return floor;
    }

    private SalesFloor Work(SalesFloor floor, DateTimeOffset at, bool isLast, bool isVeryLast)
    {
        if (dice.Chance(isVeryLast ? 0.5 : isLast ? 0.16 : 0.07))
        {
            var draft = dice.Next();
            floor = Do(floor, at, new Receive(Actor.From(dice.Source), new LeadId(dice.Id()), draft with { SentAt = at.AddSeconds(-dice.Between(1, 40)) }));
        }

        if (DemoPeople.OfManager(floor, dice) is { } assign)
        {
            floor = Do(floor, at, assign);
        }

        foreach (var person in floor.People.Where(p => p.Terms.HoldsLeads))
        {
            if (DemoPeople.NextOf(floor.Person(person.Number), floor, at, dice, works: !(isVeryLast && IsForVisitors(person))) is { } command)
            {
                floor = Do(floor, at, command);
            }
        }

        return floor;
    }

    /// <summary>The people a visitor plays have something left to do: in the last minutes they take leads but answer nobody.</summary>
    private static bool IsForVisitors(Rep person) => person.Number.Number is 1 or 7;

    /// <summary>Decides, writes and folds one command, as the loop does, at a simulated time.</summary>
    private SalesFloor Do(SalesFloor floor, DateTimeOffset at, Command command)
    {
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
        command.ArrivedAt = at;
        var round = new Round(floor, at, command.Actor);
        var decided = command.Decide(round, new DeskContext(log, key, pace));
        if (decided.Refusal is not null || round.Events.Count == 0)
        {
            return floor;
        }

        lines.AddRange(Lines.Of(floor, round, decided));
        seen.AddRange(decided.Seen);
        contacts.AddRange(decided.Contacts);
        if (lines.Count > 500)
        {
            Flush();
        }

        return round.Floor;
    }

    private readonly ClaimPace pace = new();
    private readonly List<LogLine> lines = [];
    private readonly List<SeenMark> seen = [];
    private readonly List<ContactMark> contacts = [];

    /// <summary>Writes what has gathered.</summary>
    public void Flush()
    {
        if (lines.Count > 0 && log.Append(new Batch([.. lines], [.. seen], [.. contacts])) != Appended.Committed)
        {
            throw new InvalidOperationException($"The demo's history could not be written: {log.LastError}");
        }

        lines.Clear();
        seen.Clear();
        contacts.Clear();
    }
}
