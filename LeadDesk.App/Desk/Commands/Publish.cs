using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The set-up of the floor and its people, all or nothing. Leads whose lane is gone or was edited are routed anew.</summary>
public sealed record Publish(Actor Actor, FloorPlan? Plan, ImmutableArray<FloorEvent.PersonSet> People) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Admins(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        foreach (var person in People)
        {
            round.Emit(person);
            if (!person.Terms.Active || !person.Terms.HoldsLeads)
            {
                Domain.Leads.People.SetPresence(round, person.Rep, Presence.Off, PresenceCause.ByManager);
            }

            Domain.Leads.People.WithdrawOffer(round, person.Rep);
        }

        if (Plan is not null)
        {
            round.Emit(new FloorEvent.PlanPublished(Plan));
            Rehome(round);
        }

        Engine.DispatchAll(round);
        return new Decided(200);
    }

    /// <summary>Unowned leads stay where they are as long as their lane is; an offer or alert that the new lane would not make ends.</summary>
    private static void Rehome(Round round)
    {
        foreach (var lead in round.Floor.Leads.Values.Where(l => l.IsUnowned && l.Stay is not null && round.Floor.Plan.Find(l.Stay.Lane) is null).OrderBy(l => l.ReceivedSeq).ToList())
        {
            if (lead.Offer is { } offer)
            {
                round.Emit(new LeadEvent.OfferEnded(lead.Id, offer.Rep, OfferEnd.Withdrawn));
            }

            Engine.Route(round, lead.Id, WaitCause.LanesChanged);
        }
    }
}
