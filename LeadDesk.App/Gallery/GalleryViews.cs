using System.Collections.Immutable;
using Bogus;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Gallery;

/// <summary>Made-up desks and floors in named states; the same seed each time, so that two screenshots can be compared.</summary>
public sealed class GalleryViews(DateTimeOffset now)
{
    private static readonly string[] Products = ["Engagement ring", "Watch service", "Wedding bands", "Sapphire pendant", "Pearl earrings", "Bespoke signet ring", "Ring resizing", "Gold bracelet"];
    private static readonly string[] Sources = ["Web form", "E-mail", "Instagram", "Phone", "Store site"];
    private static readonly string[] Regions = ["Green Lake", "Bellevue", "Tacoma", "Ballard"];
    private static readonly string[] Messages = ["Oval, platinum, and I need it by 14 Dec. Could you tell me whether that is possible at all?", "My grandfather’s watch stopped. It means a lot to me.", "We would like to see bands on Saturday, both of us."];

    /// <summary>A made-up screen is never behind what the desk announces meanwhile.</summary>
    private const long Newest = 1_000_000_000;

    private readonly Faker fake = new("en") { Random = new Randomizer(41) };

    public DeskView Desk(string state) => state switch
    {
        "empty" => Quiet() with { Waiting = [new("everyone", "Everything else", "0", true, null, null)] },
        "full" => Quiet() with
        {
            Places = new(6, 6),
            Mine = Leads(6, -4, 1, 2, 4, 9, 14),
            Waiting = [new("everyone", "Everything else", "3-5", false, "at-limit", null)],
            Board = Normal().Board,
            BoardShut = "You have no free place. Finish one or give one back.",
        },
        "late" => Normal() with { Mine = Leads(4, -46, -6, -1, 3) },
        "offer" => Normal() with { Offers = [Offer()] },
        "alert" => Normal() with { Alerts = [Alert()] },
        "with" => Normal() with { Presence = Presence.WithCustomer, PresenceSince = now.AddMinutes(-31), Board = [] },
        "away" => Normal() with { Presence = Presence.Away, PresenceCause = PresenceCause.MissedThree, PresenceSince = now.AddMinutes(-4), Waiting = [new("everyone", "Everything else", "3-5", false, "not-available", null)] },
        "many" => Normal() with { Places = new(18, 20), Mine = Leads(18, [.. Enumerable.Range(-3, 18)]) },
        _ => Normal(),
    };

    public FloorView Floor(string state)
    {
        var people = People();
        var leads = state switch
        {
            "empty" => [],
            "full" => Leads(60, [.. Enumerable.Range(-12, 60).Select(i => i * 0.900)]),
            "late" => Leads(9, -82, -46, -31, -22, -14, -6, -3, -2, -1),
            _ => Leads(12, -46, -6, 0.6, 2, 2.4, 4, 5, 7, 9, 11, 12, 14),
        };
        leads = [.. leads.Select((l, i) => i % 4 == 3 ? l with { OwnerId = null, OwnerName = null, State = i % 8 == 3 ? LeadState.Waiting : LeadState.Offered } : l with { OwnerId = people[i % 3].Id, OwnerName = people[i % 3].Name })];
        if (state == "held")
        {
            leads = leads.SetItem(1, leads[1] with { OwnerId = null, OwnerName = null, State = LeadState.Waiting, Held = "all ring specialists are full" });
        }

        ImmutableArray<HeldLead> held = state == "held"
            ? [new(leads[1].Id, "Ring specialists", now.AddMinutes(-7), "All ring specialists are full.", [new("E5", 3), new("E4", 2)]), new(leads[3].Id, "Watches", now.AddMinutes(-3), "Everybody present has passed it.", [new("E10", 2)])]
            : [];
        var late = leads.Count(l => l.Due?.Band == Band.Breach);
        return new()
        {
            Version = Newest,
            At = now,
            Counts = new(leads.Count(l => l.OwnerId is null), 1, leads.Count(l => l.OwnerId is not null), late, leads.Count(l => l.Due?.Band == Band.Hot), held.Length),
            Leads = leads,
            People = state switch
            {
                "empty" => [],
                "full" => [.. people.Select(p => p with { Presence = Presence.Available, Places = new(p.Places.Limit, p.Places.Limit) })],
                _ => people,
            },
            Answers = state == "empty" ? new(0, 0, null, null) : new(16, 14, 250, 300),
            Pauses = state == "paused" ? [new("all", PauseKind.All, null, now.AddMinutes(-10), now.AddMinutes(50), "We are closed for stock-taking and answer after 2 pm.", "Mo Lund", 3), new("source:web", PauseKind.Source, "Website", now, now.AddHours(30), null, "Mo Lund", 0)] : [],
            Held = held,
            More = state == "late",
        };
    }

    private DeskView Quiet() => new()
    {
        Version = Newest,
        At = now.AddSeconds(-2),
        Presence = Presence.Available,
        PresenceSince = now.AddMinutes(-80),
        Places = new(0, 6),
        Today = new(9, 7, 8.4, 1),
    };

    private DeskView Normal() => Quiet() with
    {
        Places = new(4, 6),
        Waiting = [new("everyone", "Everything else", "3-5", true, null, null)],
        Board = [.. Leads(3, 3, 6, -4).Select(l => l with { Contact = null, Message = null, OwnerId = null, State = LeadState.Waiting, Takeable = true, Attempts = null, Why = null })],
        Mine = Leads(4, 9, 4, 1, -6),
        Parked = [.. Leads(1, 400).Select(l => l with { Due = null, State = LeadState.Parked, NextAt = now.AddHours(20) })],
    };

    private OfferCard Offer() => new(fake.Random.Guid(), "rings", "Ring specialists", now.AddSeconds(-12), now.AddSeconds(78), "You are next in the ring specialists’ turn.", "Dana", new() { Product = "Bespoke engagement ring", Source = "Web form", Region = "Green Lake", SentAt = now.AddSeconds(-42), Due = Due(4) }, true);

    private AlertCard Alert() => new(fake.Random.Guid(), "open", "Open call", now.AddSeconds(-4), now.AddSeconds(56), new() { Product = "Pearl earrings", Source = "Instagram", Region = "Tacoma", Due = Due(4.500) });

    private ImmutableArray<LeadCard> Leads(int count, params double[] minutes) => [.. Enumerable.Range(0, count).Select(i => Lead(minutes[i % minutes.Length], i))];

    private LeadCard Lead(double minutes, int i)
    {
        var name = fake.Name.FullName();
        var due = Due(minutes);
        var tried = i % 3 == 1;
        return new()
        {
            Id = fake.Random.Guid(),
            Version = 3,
            State = tried ? LeadState.Attempted : LeadState.Owned,
            OwnerId = Guid.Empty,
            SentAt = due.From.AddSeconds(-20),
            ReceivedAt = due.From,
            OwnedAt = due.From.AddMinutes(1),
            Product = fake.PickRandom(Products),
            Source = fake.PickRandom(Sources),
            Region = fake.PickRandom(Regions),
            Value = fake.Random.Bool() ? fake.Random.Int(3, 60) * 100 : null,
            RequestKind = fake.PickRandom<RequestKind>(),
            Instructions = new(i % 2 == 0 ? "call" : null, "after 5 pm", i == 0),
            Due = due,
            Contact = new(name, fake.Internet.Email(name), "+1 206 555 " + fake.Random.Int(1000, 9999), null),
            Message = fake.PickRandom(Messages),
            Attempts = tried ? [new(due.From.AddMinutes(3), Guid.Empty, "Kim", Channel.Call, AttemptResult.NoAnswer, "Rang out. Will try again after five.")] : [],
            Notes = tried ? [new(due.From.AddMinutes(5), Guid.Empty, "Mo Lund", "Asked for white gold, size 54.")] : [],
            Why = "Ring specialist, next in turn; 2 of 6 places were free.",
        };
    }

    private Due Due(double minutes)
    {
        var at = now.AddMinutes(minutes);
        var from = at.AddMinutes(-15);
        var part = (now - from) / (at - from);
        return new("firstAttempt", from, at, part >= 1 ? Band.Breach : part >= .8 ? Band.Hot : part >= .5 ? Band.Warm : Band.Calm);
    }

    private ImmutableArray<PersonCard> People() =>
    [
        new(fake.Random.Guid(), "Kim Larsen", Role.Rep, Presence.Available, now.AddMinutes(-84), new(6, 6), 1, now.AddMinutes(-2)),
        new(fake.Random.Guid(), "Dana Whitfield", Role.Rep, Presence.Available, now.AddMinutes(-31), new(3, 6), 0, now.AddSeconds(-40)),
        new(fake.Random.Guid(), "Mia Oduya", Role.Store, Presence.WithCustomer, now.AddMinutes(-14), new(2, 3), 0, now.AddMinutes(-15)),
        new(fake.Random.Guid(), "Leo Brandt", Role.Rep, Presence.Break, now.AddMinutes(-22), new(0, 6), 0, now.AddMinutes(-25)),
        new(fake.Random.Guid(), "Noor Haddad", Role.Rep, Presence.Off, now.AddHours(-15), new(1, 6), 1, null),
    ];
}
