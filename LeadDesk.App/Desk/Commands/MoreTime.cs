using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>More time on an exclusive offer.</summary>
public sealed record MoreTime(Actor Actor, LeadId Lead) : LeadCommand(Actor, Lead)
{
    protected override bool Reaches => true;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.MoreTime(round, person, Lead, ArrivedAt);
}
