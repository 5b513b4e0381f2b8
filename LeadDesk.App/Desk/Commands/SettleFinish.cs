using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The window of a photo finish is over.</summary>
public sealed record SettleFinish(LeadId Lead) : Command(Actor.Desk)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        LeadLife.SettleDue(round, Lead);
        return new Decided(200);
    }
}
