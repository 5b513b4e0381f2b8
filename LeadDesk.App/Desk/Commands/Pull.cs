using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The next lead, unseen, of a lane or of the first lane that has one.</summary>
public sealed record Pull(Actor Actor, string? Lane) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Works(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        if (Lane is not null && round.Floor.Plan.Find(Lane)?.Method.Offer is not Domain.Distribution.Offering.BlindPool)
        {
            return new Decided(400) { Fault = ("lane", "must be the key of a lane with a \"next lead\" button") };
        }

        var refusal = LeadLife.Pull(round, Actor.Rep!.Value, Lane, out var taken);
        return Decided.Of(refusal, taken);
    }
}
