using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>One rep is asked, with a countdown; then the next. Beside one who needs longer the next is asked when the usual time is over.</summary>
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
        var usual = round.Now + lane.OfferLength;
        var until = Until(round, lane, lead, ranked.First, usual);
        round.Emit(new LeadEvent.Offered(lead.Id, ranked.First, until, ranked.Entry, Receipts.Of(lane, ranked, field)) { NextAskedAt = until > usual ? usual : null });
    }

    /// <summary>Twice as long for whoever needs it, as long as that leaves the customer a fifth of their time.</summary>
    private static DateTimeOffset Until(Round round, LaneRules lane, Lead lead, RepId rep, DateTimeOffset usual)
    {
        if (!round.Floor.Person(rep).Terms.LongerOffers)
        {
            return usual;
        }

        var longer = usual + lane.OfferLength;
        var last = lane.LastOffer(lead.Due) ?? longer;
        return last < usual ? usual : last < longer ? last : longer;
    }
}
