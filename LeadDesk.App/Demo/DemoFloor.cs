using System.Collections.Immutable;
using Bogus;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain;

namespace LeadDesk.App.Demo;

/// <summary>The demo's shop: a jeweller with a website. Everybody and everything in it is made up.</summary>
internal static class DemoFloor
{
    private const int Seed = 20260301;

    public static ImmutableArray<string> Products { get; } = ["engagement ring", "wedding bands", "watch", "necklace", "earrings", "bracelet", "repair"];

    public static FloorPlan Plan { get; } = new()
    {
        TimeZone = "America/Los_Angeles",
        Currency = "USD",
        Locations = [new Location("green-lake", "Green Lake", OpeningHours.Always, "USD")],
        Teams = [new Team("sales", "Sales", "green-lake"), new Team("rings", "Ring specialists", "green-lake")],
        Sources = [new Source("web", "Website form", "form"), new Source("instagram", "Instagram", "api"), new Source("google", "Google Ads", "api"), new Source("mail", "Mail", "api")],
        Lanes =
        [
            new Lane { Key = "not-sales", Name = "Not a sales lead", Method = "nonSalesRota", When = new LaneFilter { RequestKind = [Domain.Leads.RequestKind.NonSales] }, FirstAttemptMinutes = 480, Location = "green-lake" },
            new Lane
            {
                Key = "big-rings", Name = "Rings over 3,000", Method = "sharkTank", When = new LaneFilter { Product = ["engagement ring", "wedding bands"], ValueAtLeast = 3000 },
                Rings = [new Ring { Skill = "ring", Level = 2, ForSeconds = 60 }, new Ring { ForSeconds = 120 }], FirstAttemptMinutes = 10, AlertMinMs = 250, ClaimsPerMinute = 60, Fallback = new Fallback("everyone"), Location = "green-lake",
            },
            new Lane { Key = "watches", Name = "Watches in turn", Method = "fairTurn", When = new LaneFilter { Product = ["watch"] }, FirstAttemptMinutes = 10, Location = "green-lake" },
            new Lane { Key = "everyone", Name = "Everything else", Method = "blindPull", FirstAttemptMinutes = 15, LeftBehindMinutes = [15, 45], Fallback = Fallback.Managers, Location = "green-lake" },
        ],
        Outcomes = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty
            .Add("lost", ["bought elsewhere", "no budget", "no answer after six attempts", "not a fit"])
            .Add("junk", ["spam", "wrong number", "test"]),
    };

    public static ImmutableArray<(string Name, string Email, RepTerms Terms)> People { get; } = Make();

    private static ImmutableArray<(string Name, string Email, RepTerms Terms)> Make()
    {
        var faker = new Faker("en") { Random = new Randomizer(Seed) };
        var people = ImmutableArray.CreateBuilder<(string Name, string Email, RepTerms Terms)>();
        void Add(Role role, int rings, int places)
        {
            var name = $"{faker.Name.FirstName()} {faker.Name.LastName()}";
            people.Add((name, $"{name.Split(' ')[0].ToLowerInvariant()}.{people.Count + 1}@leaddesk.example", new RepTerms
            {
                Role = role,
                Teams = rings > 1 ? ["sales", "rings"] : ["sales"],
                Skills = rings > 0 ? Sorted.None<int>().Add("ring", rings) : Sorted.None<int>(),
                Location = "green-lake",
                WipLimit = places,
            }));
        }

        Add(Role.Rep, 3, 8);
        Add(Role.Rep, 2, 6);
        Add(Role.Rep, 1, 5);
        Add(Role.Rep, 0, 5);
        Add(Role.Rep, 2, 6);
        Add(Role.Rep, 0, 4);
        Add(Role.Store, 1, 3);
        Add(Role.Store, 0, 3);
        Add(Role.Manager, 0, 5);
        Add(Role.Admin, 0, 5);
        return people.ToImmutable();
    }
}
