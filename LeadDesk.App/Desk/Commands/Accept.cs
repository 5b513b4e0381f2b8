using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Take up an exclusive offer.</summary>
public sealed record Accept(Actor Actor, LeadId Lead) : LeadCommand(Actor, Lead)
{
    protected override bool Reaches => true;

    protected override bool IsAnswered(Round round) => round.Floor.Find(Lead)?.Owner == Actor.Rep;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Accept(round, person, Lead, ArrivedAt);
}
