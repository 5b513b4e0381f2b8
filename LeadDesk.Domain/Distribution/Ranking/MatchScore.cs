using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>The sum of the weights of what matches; near-ties go to the ledger. Only what concerns the work can be weighed: no protected trait is among the keys.</summary>
public sealed class MatchScore : BestFirst
{
    /// <summary>Industry and product are skills by the lead's own words for them; experience is level 2 or more in one of them.</summary>
    public static readonly TableKnob Weights = new(
        "weights",
        ["industry", "experience", "earlierContact", "language", "product", "region", "source"],
        0,
        1000,
        ImmutableSortedDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase)
            .Add("industry", 3).Add("experience", 2).Add("earlierContact", 4).Add("language", 3).Add("product", 2).Add("region", 1).Add("source", 0));

    /// <summary>A score no further than this below the best is a tie; 0 = only the best score, very large = everybody, which is a fair turn.</summary>
    public static readonly WholeKnob NearTie = new("nearTie", 0, 1_000_000, 0);

    public override ImmutableArray<Knob> Knobs => [Weights, NearTie, Variety.Percent];

    protected override bool Shows => true;

    protected override int Near(LaneRules lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return lane.Of(NearTie);
    }

    protected override Ground GroundOf(int suits) => Ground.Match;

    protected override Func<Rep, int> Suits(SalesFloor floor, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        var weights = lane.Of(Weights);
        int If(string what, bool matches) => matches ? weights.GetValueOrDefault(what) : 0;
        return r =>
        {
            var (industry, product) = (Fitting.Level(r.Terms, lead.Facts.Industry), Fitting.Level(r.Terms, lead.Facts.Product));
            return If("industry", industry > 0)
                + If("product", product > 0)
                + If("experience", Math.Max(industry, product) >= 2)
                + If("language", Fitting.Speaks(r.Terms, lead.Facts.Language))
                + If("region", Fitting.Region(r.Terms, lead.Facts) > 0)
                + If("source", Fitting.Level(r.Terms, lead.Source) > 0)
                + If("earlierContact", lead.KnownOwner == r.Number);
        };
    }
}
