using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Whether a person wants leads of a lane, and how many a day.</summary>
public sealed record SetOptIn(Actor Actor, string Lane, OptIn OptIn, Guid Id) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Works(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        if (round.Floor.Plan.Find(Lane) is null)
        {
            return new Decided(400) { Fault = ("lane", "must be the key of a lane: " + string.Join(", ", round.Floor.Plan.Lanes.Select(l => l.Key))) };
        }

        People.SetOptIn(round, Actor.Rep!.Value, Lane, OptIn, Id);
        return new Decided(200) { ActionId = Id };
    }
}
