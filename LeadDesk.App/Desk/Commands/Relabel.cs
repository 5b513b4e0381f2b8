using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The label was wrong; the lead goes on under the right one.</summary>
public sealed record Relabel(Actor Actor, LeadId Lead, Label Label) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Works(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, Lead);
        }

        var facts = Label.Over(round.Floor.Find(Lead)?.Facts ?? Facts.None);
        var seq = round.NextSeq;
        var refusal = LeadLife.Relabel(round, Actor.Rep!.Value, Lead, facts);
        var decided = Decided.Of(refusal, Lead);
        return refusal is null ? decided with { Texts = [new TypedText(seq, Lead, PersonalTexts.Label, PersonalTexts.WriteFacts(facts))] } : decided;
    }
}
