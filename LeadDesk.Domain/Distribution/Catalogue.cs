using System.Collections.Immutable;
using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution.Fits;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Distribution.Ranking;

namespace LeadDesk.Domain.Distribution;

/// <summary>The methods by name: each is a ranking and an offer mode, one line a method.</summary>
public static class Catalogue
{
    private static readonly RankingOrder Fair = new FairShare();
    private static readonly RankingOrder Lot = new ByLot();
    private static readonly OfferMode Exclusive = new ExclusiveOffer();
    private static readonly OfferMode Ringing = new Alert();
    private static readonly OfferMode Blind = new BlindPool();
    private static readonly OfferMode Open = new OpenPool();
    private static readonly Specialists OfSource = new(l => l.Source);
    private static readonly Specialists OfProduct = new(l => l.Facts.Product);
    private static readonly ByRegion Region = new();
    private static readonly ByCountry Country = new();
    private static readonly ImmutableArray<Ring> ThreeRings = [new Ring(), new Ring(), new Ring()];
    private static readonly ImmutableArray<Ring> TwoRings = [new Ring(), new Ring()];
    private static readonly ImmutableArray<Ring> Widening = [new Ring { Specialists = true }, new Ring { InTeam = true, ForSeconds = 120 }, new Ring()];

    /// <summary>What this floor can do, in the order of the specification.</summary>
    public static ImmutableArray<Method> All { get; } =
    [
        new("fairTurn", Fair, Exclusive),
        new("strictRotation", new StrictRotation(), Exclusive),
        new("weightedTurn", Fair, Exclusive),
        new("random", Lot, Exclusive),
        new("blindPull", Fair, Blind) { Reveal = Reveal.Nothing },
        new("cherryPick", Fair, Open) { Reveal = Reveal.AllButContact },
        new("leanPull", Fair, Blind) { Reveal = Reveal.Nothing, StopTheLine = true, AsksForNextStep = true },
        new("sharkTank", Fair, Ringing) { Rings = TwoRings },
        new("shotgun", Fair, Ringing) { Rings = TwoRings },
        new("huntGroup", new HuntGroup(), Exclusive) { OnePass = true, Own = [HuntGroup.RingSeconds], OfferSeconds = HuntGroup.RingSeconds },
        new("staggeredAlert", Fair, Ringing) { Rings = Widening, HistoryFirst = true, SkipsEmptyRings = true },
        new("grabBag", Fair, Open) { Reveal = Reveal.AllButContact, HardExit = true },
        new("push", Fair, new Assign()),
        new("topProducer", new TopProducer(), Exclusive),
        new("leaderboard", new Leaderboard(), Exclusive),
        new("conversionProportional", new ByConversion(), Exclusive),
        new("conversionCascade", new ConversionCascade(), Exclusive),
        new("sourceSpecialist", new BySkill(OfSource), Exclusive) { Rings = ThreeRings, Fit = OfSource },
        new("productSpecialist", new BySkill(OfProduct), Exclusive) { Rings = ThreeRings, Fit = OfProduct },
        new("region", Region, Exclusive) { Fit = new InPlace(Region) },
        new("country", Country, Exclusive) { Fit = new InPlace(Country) },
        new("companySize", new BySeniority(), Exclusive) { Fit = new SeniorEnough() },
        new("matchScore", new MatchScore(), Exclusive),
        new("warmUp", Fair, Exclusive) { Fit = new NotSenior(), WarmsUp = true },
        new("manager", Fair, new Offering.Desk()),
        new("firstAvailable", new LongestIdle(), Exclusive) { OnePass = true },
        new("incomingCallGroup", new LastServed(), Exclusive) { Own = [Territory.Teams, Territory.Quotas, Territory.LeastAttempts], OwnsAccounts = true },
        new("secondChance", Fair, Ringing) { Rings = TwoRings, Own = [SecondChance.Inside, SecondChance.AwayMinutes], Rescues = true },
        new("nonSalesRota", Fair, Exclusive),
        new("sticky", Fair, Exclusive) { OnlyTheKnownOwner = true, GoesOnAtOnce = true },
        new("blend", Fair, new Stages()),
    ];

    private static readonly ImmutableDictionary<string, Method> ByName = All.ToImmutableDictionary(m => m.Name, StringComparer.Ordinal);

    public static Method? Find(string name) => ByName.GetValueOrDefault(name);

    public static Method Of(string name) => Find(name) ?? throw new ArgumentException($"No method is called {name}.", nameof(name));

    /// <summary>The names a floor file may use.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(m => m.Name)];
}
