using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Fairness;

/// <summary>A decision as one reader may see it: masking has happened. Lead is null where the reader may not know which lead it was.</summary>
public sealed record ReceiptCard
{
    /// <summary>The log's number of the decision.</summary>
    public required long Entry { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Lane { get; init; }

    public required string LaneName { get; init; }

    public required int LaneVersion { get; init; }

    public required string Method { get; init; }

    public TakeWay? Way { get; init; }

    public LeadId? Lead { get; init; }

    /// <summary>Those it was chosen among, in their order.</summary>
    public ImmutableArray<ReceiptPerson> Eligible { get; init; } = [];

    public ImmutableArray<ReceiptPerson> PassedOver { get; init; } = [];

    public required Guid Chosen { get; init; }

    public string? ChosenName { get; init; }

    public bool ChosenIsReader { get; init; }

    public TieBreak? TieBreak { get; init; }

    /// <summary>What put the chosen one before the others, where it was not the ledger alone.</summary>
    public Ground? Ground { get; init; }

    /// <summary>The numbers it went by, by person.</summary>
    public ImmutableDictionary<Guid, Figure> Figures { get; init; } = ImmutableDictionary<Guid, Figure>.Empty;

    /// <summary>The desk chose among several, so that the order in which they stood says something.</summary>
    public bool IsRanked => TieBreak is not null || Ground is not null;

    public Test? Forced { get; init; }

    /// <summary>The blend that brought the lead to this lane; null = it came by itself.</summary>
    public BlendSteps? Steps { get; init; }

    /// <summary>The whole decision in one sentence; for somebody who did not get it, why not.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the numbers are: points, a rate, wins, or a score.</summary>
    public string FigureKind => Method switch
    {
        "matchScore" => "points",
        "conversionProportional" or "conversionCascade" => "rate",
        "leaderboard" => "wins",
        _ => "score",
    };

    /// <summary>One person's number as it reads in the table; a rate as a multiple of the team's with the leads it rests on.</summary>
    public string FigureOf(ReceiptPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return !Figures.TryGetValue(person.Id, out var figure) ? ""
            : FigureKind switch
            {
                "points" => figure.Value.ToString("N0", CultureInfo.CurrentCulture),
                "wins" => string.Create(CultureInfo.CurrentCulture, $"{figure.Value:N0} ({figure.Leads:N0})"),
                "rate" => string.Create(CultureInfo.CurrentCulture, $"{figure.Value / 1000m:0.00} ({figure.Leads:N0})"),
                _ => string.Create(CultureInfo.CurrentCulture, $"{figure.Value / 1_000_000m:0.###} ({figure.Leads:N0})"),
            };
    }

    /// <summary>Balances decided, so that they are worth showing.</summary>
    public bool ByBalance => TieBreak is not null && Way is null or TakeWay.Pushed or TakeWay.Accepted && Eligible.Any(p => p.Balance != 0);
}
