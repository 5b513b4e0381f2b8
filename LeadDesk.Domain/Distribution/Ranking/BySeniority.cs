using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Fits;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// A fair turn among those who are senior enough for the lead's band. In the bands between the lowest and the top, juniors keep a share:
/// the open dice say which leads are theirs, by a fair turn among them; and they have what no senior can take now.
/// </summary>
public sealed class BySeniority : RankingOrder
{
    /// <summary>The share of the middle bands that is for juniors first.</summary>
    public static readonly WholeKnob JuniorPercent = new("juniorPercent", 0, 50, 20);

    private static readonly FairShare Fair = new();

    public override ImmutableArray<Knob> Knobs => [JuniorPercent];

    public override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        var (asked, _) = SeniorEnough.Of(lane, lead);
        ImmutableArray<Rep> seniors = [.. eligible.Where(r => r.Terms.Seniority >= asked)];
        ImmutableArray<Rep> juniors = [.. eligible.Where(r => r.Terms.Seniority < asked)];
        if (juniors.IsEmpty)
        {
            return Fair.Rank(floor, lane, lead, seniors, entry);
        }

        var theirs = Dice.Chance(Dice.Throw(Convert.FromHexString(floor.Secret), entry, new RepId(0))) * 100 <= lane.Of(JuniorPercent);
        var (first, then) = seniors.IsEmpty || theirs ? (juniors, seniors) : (seniors, juniors);
        var ranked = Fair.Rank(floor, lane, lead, first, entry);
        return ranked with
        {
            Order = [.. ranked.Order, .. then.Select(r => new Candidate(r.Number, 0))],
            Ground = then.IsEmpty ? null : theirs ? Ground.JuniorShare : Ground.Seniority,
        };
    }
}
