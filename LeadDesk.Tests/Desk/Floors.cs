using System.Collections.Immutable;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;

namespace LeadDesk.Tests.Desk;

/// <summary>Made-up floors, and the ways in which a floor can be put together again.</summary>
internal static class Floors
{
    public static RepTerms Rep { get; } = new() { WipLimit = 4 };

    public static RepTerms Manager { get; } = new() { Role = Role.Manager };

    /// <summary>A lane for each kind of offer, chosen by product.</summary>
    public static FloorPlan Mixed { get; } = new()
    {
        TimeZone = "America/Los_Angeles",
        Locations = [new Location("shop", "Shop", Hours, null)],
        Sources = [new Source("web", "Web", "form"), new Source("mail", "Mail", "adf") { DuplicateHours = 1 }],
        Lanes =
        [
            Lane("turn", "fairTurn") with { OfferSeconds = 60, CoolDownSeconds = 90 },
            Lane("tank", "sharkTank") with { Rings = [new Ring { ForSeconds = 30, Skill = "ring" }, new Ring { ForSeconds = 60 }] },
            Lane("finish", "sharkTank") with { PhotoFinishMs = 750 },
            Lane("blind", "blindPull") with { Order = LeadOrder.Lifo, Location = "shop", LeftBehindMinutes = [3, 9], WipLimit = 3 },
            Lane("cherry", "cherryPick") with { NoRepeat = 1 },
            Lane("lean", "leanPull"),
            Lane("push", "push") with { FreeReleasesPerDay = 2 },
            Lane("known", "sticky"),
            Lane("calls", "incomingCallGroup"),
            Lane("warm", "warmUp"),
            Lane("desk", "manager"),
            Lane("rest", "weightedTurn") with { When = LaneFilter.Everything, HoldMinutes = [1, 4] },
        ],
        Clocks = new ClockRules { GraceSeconds = 60 },
    };

    public static ImmutableArray<RepTerms> People { get; } =
    [
        Rep with { Skills = Sorted.None<int>().Add("ring", 2) },
        Rep with { WeightThousandths = 2500, Caps = new Caps(6, 20, null) },
        Rep with { RampThousandths = 500, Shift = Hours },
        Rep with { Languages = ["es"], Role = Role.Store, Seniority = 3 },
        Rep with { Seniority = 2 },
        Manager with { TakesLeads = true, WipLimit = 2 },
    ];

    /// <summary>One lane in which only clients move leads.</summary>
    public static FloorPlan Still(string method) => new()
    {
        Sources = [new Source("web", "Web", "form")],
        Lanes = [Lane(method, method) with { When = LaneFilter.Everything, FirstAttemptMinutes = 100_000, LeftBehindMinutes = [100_000, 200_000], HoldMinutes = [100_000, 200_000], OfferSeconds = 90 }],
        Clocks = new ClockRules { Reclaim = false, GraceSeconds = 60 },
    };

    private static OpeningHours Hours => OpeningHours.Weekly(
        "America/Los_Angeles",
        Enum.GetValues<DayOfWeek>().ToDictionary(d => d, _ => ImmutableArray.Create(new TimeRange(TimeSpan.FromHours(2), TimeSpan.FromHours(21)))),
        [new DateOnly(2026, 3, 5)]);

    public static Lane Lane(string key, string method) => new() { Key = key, Name = "Lane " + key, Method = method, When = new LaneFilter { Product = [key] }, FirstAttemptMinutes = 4, HoldMinutes = [2, 5] };

    /// <summary>Folded from the first event.</summary>
    public static SalesFloor Folded(IEnumerable<Stamped> events) => events.Aggregate(SalesFloor.Empty, (floor, stamped) => floor.After(stamped));

    /// <summary>From a written floor and the rest of the log.</summary>
    public static SalesFloor Restored(EventLog log, byte[] bytes, string secret)
    {
        var floor = FloorCodec.Read(bytes, seqs => log.PersonalAt(seqs).ToDictionary(t => t.Key, t => t.Value.Kind == PersonalTexts.Label ? PersonalTexts.ReadFacts(t.Value.Text) : PersonalTexts.ReadLead(t.Value.Text).Facts), _ => secret);
        return log.ReadFrom(floor.Seq, int.MaxValue).Select(EventCodec.Read).Aggregate(floor, (f, stamped) => f.After(stamped));
    }

    /// <summary>A line of the log as another node would write it.</summary>
    public static LogLine Line(SalesFloor before, Stamped stamped)
    {
        var lead = before.Find(((LeadEvent)stamped.Event).Lead)!;
        var owner = lead.Owner is { } by ? before.Person(by).Id.ToString() : null;
        return new(stamped.Seq, stamped.At.ToUnixTimeMilliseconds(), "node-2", stamped.Actor.Via, EventCodec.ActOf(stamped.Event), lead.Id.ToString(), owner, owner, lead.Version, null, null, EventCodec.Write(stamped), null);
    }
}
