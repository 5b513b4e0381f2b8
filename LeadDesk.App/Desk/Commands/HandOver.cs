using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The owner hands a lead to a colleague, with a note if they like.</summary>
public sealed record HandOver(Actor Actor, LeadId Lead, RepId To, string? Note, Guid Id) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => Note is null ? null : (PersonalTexts.Reason, Note);

    protected override Guid? Action => Id;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.HandOver(round, person, Lead, To, Id);
}
