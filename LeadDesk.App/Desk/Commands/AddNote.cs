using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A note on a lead.</summary>
public sealed record AddNote(Actor Actor, LeadId Lead, string Text, Guid Id) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => (PersonalTexts.Note, Text);

    protected override Guid? Action => Id;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Note(round, person, Lead, Id);
}
