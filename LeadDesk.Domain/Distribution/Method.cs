using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Distribution.Ranking;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// A named way of sharing leads out: in which order people come, and how a lead is put to them. Who may have it is common to all but for
/// the method's own test (E12).
/// </summary>
public sealed record Method(string Name, RankingOrder Ranking, OfferMode Offer)
{
    /// <summary>What a lane may set under "settings": the knobs of the ranking, of the offer mode, and the method's Own.</summary>
    public ImmutableArray<Knob> Knobs => [.. Ranking.Knobs, .. Offer.Knobs, .. Own];

    public ImmutableArray<Knob> Own { get; init; } = [];

    public Reveal Reveal { get; init; } = Reveal.Category;

    /// <summary>The rings of a lane that names none.</summary>
    public ImmutableArray<Ring> Rings { get; init; } = [];

    public bool StopTheLine { get; init; }

    /// <summary>No further lead for somebody who has attempted one without a next step.</summary>
    public bool AsksForNextStep { get; init; }

    /// <summary>Only the person who served this customer last.</summary>
    public bool OnlyTheKnownOwner { get; init; }

    /// <summary>A lead that nobody can have at once goes on to the fallback without being held.</summary>
    public bool GoesOnAtOnce { get; init; }
}
