using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The customer asked to wait until a time, UTC.</summary>
public sealed record Park(Actor Actor, LeadId Lead, DateTimeOffset Until, Guid Id) : LeadCommand(Actor, Lead)
{
    protected override Guid? Action => Id;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Park(round, person, Lead, Until, Id);
}
