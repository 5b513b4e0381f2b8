using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A manager decides whether the turn of a lead that was none is given back.</summary>
public sealed record DecideCredit(Actor Actor, LeadId Lead, bool Approve, string? Reason) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => Reason is null ? null : (PersonalTexts.Reason, Reason);

    protected override Refusal? Permit(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Permissions.Leads(round.Floor, Actor);
    }

    protected override Refusal? Act(Round round, RepId person) => LeadLife.DecideCredit(round, Lead, Approve);
}
