using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The label was wrong; the lead goes on under the right one.</summary>
public sealed record Relabel(Actor Actor, LeadId Lead, Label Label, Guid ActionId) : LeadCommand(Actor, Lead)
{
    // What the label says over what was known when it was decided.
    private Facts facts = Facts.None;

    protected override Guid? Action => ActionId;

    protected override (string Kind, string Text)? Typed => (PersonalTexts.Label, PersonalTexts.WriteFacts(facts));

    protected override Refusal? Act(Round round, RepId person)
    {
        ArgumentNullException.ThrowIfNull(round);
        facts = Label.Over(round.Floor.Find(Lead)?.Facts ?? Facts.None);
        return LeadLife.Relabel(round, person, Lead, facts, Label.Source, ActionId);
    }
}
