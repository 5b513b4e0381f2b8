using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>Everybody eligible is told at the same commit; the first claim in the log wins.</summary>
public sealed class Alert : OfferMode
{
    public override bool Acts => true;

    public override void Place(Round round, LaneRules lane, Lead lead, Field field)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(field);
        round.Emit(new LeadEvent.Alerted(lead.Id, new([.. field.Eligible.Select(r => r.Number)])));
    }
}
