using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Fits;
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
    public ImmutableArray<Knob> Knobs => [.. Ranking.Knobs, .. Offer.Knobs, .. Fit?.Knobs ?? [], .. Own];

    public ImmutableArray<Knob> Own { get; init; } = [];

    /// <summary>Everybody is asked once: when all have passed, the lead goes on to the fallback, and nobody is asked again whatever the lane allows.</summary>
    public bool OnePass { get; init; }

    /// <summary>The setting that limits how long an offer lasts; null = the lane's own seconds alone.</summary>
    public WholeKnob? OfferSeconds { get; init; }

    /// <summary>Who may have a lead by what it is about; null = everybody of the ring.</summary>
    public MethodFit? Fit { get; init; }

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

    /// <summary>Whoever served this customer before is in the first ring, whatever that ring asks for.</summary>
    public bool HistoryFirst { get; init; }

    /// <summary>A ring in which nobody could have the lead opens the next one at once: no customer waits for an empty circle.</summary>
    public bool SkipsEmptyRings { get; init; }

    /// <summary>The time after which a lead leaves runs from when it first came here, also when somebody had it in between.</summary>
    public bool HardExit { get; init; }

    /// <summary>Leads that somebody had and lost by time come here, and never to anybody who had them before.</summary>
    public bool Rescues { get; init; }

    /// <summary>Who takes a lead owns the account for the lane's days; what they do not win goes to the territory's manager.</summary>
    public bool OwnsAccounts { get; init; }

    /// <summary>Who takes a lead warms it up, and hands the customer on the line over to a senior.</summary>
    public bool WarmsUp { get; init; }

    /// <summary>The method as this lane sets it up: what is inside a pool may be put to people in another way.</summary>
    public Method For(Lane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return Own.Contains(SecondChance.Inside) && lane.Settings.GetValueOrDefault(SecondChance.Inside.Name) == SecondChance.Blind
            ? this with { Offer = new BlindPool(), Reveal = Reveal.Nothing, Rings = [] }
            : this;
    }
}
