using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Somebody took over a shared device with their PIN, which the door has checked; From is who was there before.</summary>
public sealed record SwitchPerson(Actor Actor, RepId? From, Guid Device) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Of(round.Floor, Actor) is not { Terms: { Active: true } terms } person || !SwitchesByPin(terms))
        {
            return Decided.Of(new Refusal(RefusalCode.Forbidden), null);
        }

        round.Emit(new FloorEvent.PersonSwitched(person.Number, From, Device));
        return new Decided(200);
    }

    /// <summary>Four digits open a desk, never the house: admins come in with their password.</summary>
    public static bool SwitchesByPin(RepTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms is { Active: true, HoldsLeads: true } && terms.Role != Role.Admin;
    }
}
