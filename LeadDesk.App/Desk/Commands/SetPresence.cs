using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A person's presence, set by themselves or by a manager.</summary>
public sealed record SetPresence(Actor Actor, RepId Person, Presence Presence, Guid Id) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        var self = Actor.Rep == Person;
        if ((self ? Permissions.Works(round.Floor, Actor) : Permissions.Leads(round.Floor, Actor)) is { } no)
        {
            return Decided.Of(no, null);
        }

        if (Person.Number < 1 || Person.Number > round.Floor.People.Length)
        {
            return Decided.Of(new Refusal(RefusalCode.Unknown), null);
        }

        People.SetPresence(round, Person, Presence, self ? PresenceCause.Self : PresenceCause.ByManager, Id);
        return new Decided(200) { ActionId = Id };
    }
}
