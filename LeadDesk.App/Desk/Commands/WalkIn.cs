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

        ArgumentNullException.ThrowIfNull(context);
        var seq = round.NextSeq;
        var contacts = ContactKeys.Of(Person.Contact);
        var known = KnownContacts.Last(context, contacts);
        var facts = Facts with { KnownCustomer = known is not null };
        LeadLife.WalkIn(round, Actor.Rep!.Value, Lead, facts, known is null ? null : KnownContacts.OwnerOf(round.Floor, known));
        return new Decided(200, Lead)
        {
            Texts = [new TypedText(seq, Lead, PersonalTexts.Lead, PersonalTexts.WriteLead(facts, Person))],
            Contacts = KnownContacts.Marks(context, contacts, facts.Product, Lead, round.Now),
        };
    }
}
