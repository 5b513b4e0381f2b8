using System.Collections.Immutable;
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

    public Test? Forced { get; init; }

    /// <summary>The whole decision in one sentence; for somebody who did not get it, why not.</summary>
    public required string Sentence { get; init; }

    /// <summary>Balances decided, so that they are worth showing.</summary>
    public bool ByBalance => TieBreak is not null && Way is null or TakeWay.Pushed or TakeWay.Accepted && Eligible.Any(p => p.Balance != 0);
}
