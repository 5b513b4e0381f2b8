using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>
/// Somebody leaves: from that commit on they are let in nowhere, and what becomes of their open leads is part of it. It can be taken back
/// as one action, as long as nobody took one of the leads.
/// </summary>
public sealed record Deactivate(Actor Actor, RepId Person, OpenLeads Open, RepId? To, string? Reason, Guid Id) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        var rep = round.Floor.Person(Person);
        if (SetPerson.Judge(round.Floor, Actor, rep, rep.Terms with { Active = false }, false, Reason) is { } no)
        {
            return no;
        }

        if (Actor.Rep == Person)
        {
            return new Decided(400) { Fault = ("person", "Somebody else has to do this for you.") };
        }

        if (!rep.Terms.Active)
        {
            return new Decided(200);
        }

        var to = Open == OpenLeads.ToCover ? rep.Terms.Cover : To;
        if (Open is OpenLeads.HandTo or OpenLeads.ToCover && !rep.Holdings.Leads.IsEmpty && (to is not { } given || given == Person || round.Floor.Person(given).Terms is not { Active: true, HoldsLeads: true }))
        {
            return new Decided(400) { Fault = Open == OpenLeads.HandTo ? ("to", "Somebody else who takes leads is needed here.") : ("openLeads", "Nobody who takes leads stands in for this person.") };
        }

        var seq = round.NextSeq;
        People.Agree(round, new FloorEvent.PersonSet(rep.Number, rep.Id, rep.Terms with { Active = false }, rep.OptIns), Id);
        People.SetPresence(round, Person, Presence.Off, PresenceCause.ByManager, Id);
        LeadLife.Place(round, Person, Open, to, Id);
        return new Decided(200)
        {
            ActionId = LeadLife.MayUndo(round, Actor.Rep!.Value, Id) ? Id : null,
            Texts = string.IsNullOrWhiteSpace(Reason) ? [] : [new TypedText(seq, null, PersonalTexts.Reason, Reason)],
        };
    }
}
