using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A manager gives a lead to somebody, with a reason.</summary>
public sealed record AssignLead(Actor Actor, LeadId Lead, RepId To, string Reason, bool Force, string? Note, Guid Id) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => (PersonalTexts.Reason, Note is null ? Reason : $"{Reason}\n\n{Note}");

    protected override Guid? Action => Id;

    protected override Refusal? Permit(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Permissions.Leads(round.Floor, Actor);
    }

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Assign(round, Lead, To, Force, Id);
}
