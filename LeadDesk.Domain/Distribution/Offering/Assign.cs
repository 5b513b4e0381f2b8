using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>The owner is set at once, without asking.</summary>
public sealed class Assign : OfferMode
{
    public override bool Acts => true;

    public override void Place(Round round, LaneRules lane, Lead lead, Field field)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(field);
        var ranked = lane.Method.Ranking.Rank(round.Floor, lane, lead, field.Eligible, round.NextSeq);
        round.Emit(new LeadEvent.Taken(lead.Id, ranked.First, TakeWay.Pushed, lane.OwnersDue(round.Now, lead.Due?.Due), ranked.Entry, Receipts.Of(lane, ranked, field), Forced: false) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now), Check = lane.SlowCheck(round.Now) });
    }
}
