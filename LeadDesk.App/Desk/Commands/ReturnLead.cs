using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A manager puts a lead back into its lane.</summary>
public sealed record ReturnLead(Actor Actor, LeadId Lead, string? Reason, Guid Id) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => Reason is null ? null : (PersonalTexts.Reason, Reason);

    protected override Guid? Action => Id;

    protected override Refusal? Permit(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Permissions.Leads(round.Floor, Actor);
    }

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Return(round, Lead, Id);
}
