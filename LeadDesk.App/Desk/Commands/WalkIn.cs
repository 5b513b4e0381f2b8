using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Somebody came into the shop.</summary>
public sealed record WalkIn(Actor Actor, LeadId Lead, Facts Facts, LeadPerson Person) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Works(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        var seq = round.NextSeq;
        LeadLife.WalkIn(round, Actor.Rep!.Value, Lead, Facts);
        return new Decided(200, Lead) { Texts = [new TypedText(seq, Lead, PersonalTexts.Lead, PersonalTexts.WriteLead(Facts, Person))] };
    }
}
