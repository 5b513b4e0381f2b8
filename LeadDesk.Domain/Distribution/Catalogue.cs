using System.Collections.Immutable;
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
    private static readonly ImmutableArray<Ring> TwoRings = [new Ring(), new Ring()];

    /// <summary>What this floor can do, in the order of the specification.</summary>
    public static ImmutableArray<Method> All { get; } =
    [
        new("fairTurn", Fair, Exclusive),
        new("weightedTurn", Fair, Exclusive),
        new("random", Lot, Exclusive),
        new("blindPull", Fair, Blind) { Reveal = Reveal.Nothing },
        new("cherryPick", Fair, Open) { Reveal = Reveal.AllButContact },
        new("leanPull", Fair, Blind) { Reveal = Reveal.Nothing, StopTheLine = true, AsksForNextStep = true },
        new("sharkTank", Fair, Ringing) { Rings = TwoRings },
        new("shotgun", Fair, Ringing) { Rings = TwoRings },
        new("push", Fair, new Assign()),
        new("manager", Fair, new Offering.Desk()),
        new("nonSalesRota", Fair, Exclusive),
        new("sticky", Fair, Exclusive) { OnlyTheKnownOwner = true, GoesOnAtOnce = true },
    ];

    private static readonly ImmutableDictionary<string, Method> ByName = All.ToImmutableDictionary(m => m.Name, StringComparer.Ordinal);

    public static Method? Find(string name) => ByName.GetValueOrDefault(name);

    public static Method Of(string name) => Find(name) ?? throw new ArgumentException($"No method is called {name}.", nameof(name));

    /// <summary>The names a floor file may use.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(m => m.Name)];
}
