using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Stop ringing at the seniors' desks.</summary>
public sealed record CallOffTransfer(Actor Actor, LeadId Lead) : LeadCommand(Actor, Lead)
{
    protected override Refusal? Act(Round round, RepId person) => LeadLife.CallOff(round, person, Lead);
}
