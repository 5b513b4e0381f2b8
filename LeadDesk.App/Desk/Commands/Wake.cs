using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>
/// The desk starts again. An offer whose time ran out meanwhile ends as withdrawn, without blame; a running one has at least 20 seconds
/// left. Everything else that is overdue fires with the first tick: late, once.
/// </summary>
public sealed record Wake() : Command(Actor.Desk)
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(20);

    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var person in round.Floor.People.Where(p => p.Offer is not null).ToList())
        {
            var lead = round.Floor.Leads[person.Offer!.Value];
            if (lead.Offer!.ExpiresAt <= round.Now)
            {
                round.Emit(new LeadEvent.OfferEnded(lead.Id, person.Number, OfferEnd.Withdrawn));
            }
            else if (lead.Offer.ExpiresAt < round.Now + AtLeast)
            {
                round.Emit(new LeadEvent.OfferExtended(lead.Id, round.Now + AtLeast, Asked: false));
            }
        }

        if (round.Floor.Secret.Length > 0)
        {
            Engine.DispatchAll(round);
        }

        return new Decided(200);
    }
}
