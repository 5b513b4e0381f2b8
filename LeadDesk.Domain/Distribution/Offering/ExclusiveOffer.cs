using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>One rep is asked, with a countdown; then the next.</summary>
public sealed class ExclusiveOffer : OfferMode
{
    public override bool Acts => true;

    public override bool IsExclusive => true;

    public override void Place(Round round, LaneRules lane, Lead lead, Field field)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(field);
        var ranked = lane.Method.Ranking.Rank(round.Floor, lane, lead, field.Eligible, round.NextSeq);
        round.Emit(new LeadEvent.Offered(lead.Id, ranked.First, round.Now + lane.OfferLength, ranked.Entry, Receipts.Of(lane, ranked, field)));
    }
}
