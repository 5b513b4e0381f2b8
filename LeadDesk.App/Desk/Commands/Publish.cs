using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The set-up of the floor and its people, all or nothing. Leads whose lane is gone or was edited are routed anew.</summary>
public sealed record Publish(Actor Actor, FloorPlan? Plan, ImmutableArray<FloorEvent.PersonSet> People) : Command(Actor)
{
    /// <summary>The plan that Plan was made from; where another one has been published since, nothing happens. Null = whatever is there.</summary>
    public FloorPlan? Basis { get; init; }

    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Admins(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        if (Basis is not null && !ReferenceEquals(Basis, round.Floor.Plan.Plan))
        {
            return Decided.Of(new Refusal(RefusalCode.Stale), null);
        }

        foreach (var person in People)
        {
            Domain.Leads.People.Agree(round, person);
            if (person.Terms is not { Active: true, HoldsLeads: true })
            {
                Domain.Leads.People.SetPresence(round, person.Rep, Presence.Off, PresenceCause.ByManager);
            }
        }

        if (Plan is not null)
        {
            Engine.Publish(round, Plan);
        }

        Engine.DispatchAll(round);
        return new Decided(200);
    }
}
