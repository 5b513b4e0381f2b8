using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Fits;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>A fair turn inside the open ring; the lane's share of variety goes by a fair turn among those who do not know the label.</summary>
public sealed class BySkill(Specialists specialists) : RankingOrder
{
    private static readonly FairShare Fair = new();

    public override ImmutableArray<Knob> Knobs => [Variety.Percent];

    public override Ranked Rank(SalesFloor floor, LaneRules lane, Lead lead, ImmutableArray<Rep> eligible, long entry)
    {
        if (!Variety.Has(lane, lead) || specialists.SkillOf(lane, lead) is not { } skill)
        {
            return Fair.Rank(floor, lane, lead, eligible, entry);
        }

        ImmutableArray<Rep> others = [.. eligible.Where(r => Fitting.Level(r.Terms, skill) == 0)];
        if (others.IsEmpty || others.Length == eligible.Length)
        {
            return Fair.Rank(floor, lane, lead, eligible, entry);
        }

        var ranked = Fair.Rank(floor, lane, lead, others, entry);
        return ranked with
        {
            Order = [.. ranked.Order, .. eligible.Where(r => Fitting.Level(r.Terms, skill) > 0).Select(r => new Candidate(r.Number, 0))],
            Ground = Ground.Variety,
        };
    }
}
