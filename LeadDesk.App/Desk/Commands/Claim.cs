using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Take this lead from a board or an alert.</summary>
public sealed record Claim(Actor Actor, LeadId Lead) : LeadCommand(Actor, Lead)
{
    protected override Refusal? Act(Round round, RepId person) => LeadLife.Claim(round, person, Lead);
}
