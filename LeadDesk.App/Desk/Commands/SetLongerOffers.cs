using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A person needs longer to answer an offer, or no longer does: theirs to say, and nobody else's.</summary>
public sealed record SetLongerOffers(Actor Actor, bool On) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Works(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        var me = round.Floor.Person(Actor.Rep!.Value);
        if (me.Terms.LongerOffers != On)
        {
            People.Agree(round, new(me.Number, me.Id, me.Terms with { LongerOffers = On }, me.OptIns));
        }

        return new Decided(200);
    }
}
