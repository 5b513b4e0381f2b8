using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>
/// The desk starts again. An offer whose time ran out meanwhile ends as withdrawn, without blame; a running one has at least 20 seconds
/// left. Everything else that is overdue fires with the first tick: late, once.
/// </summary>
public sealed record Wake() : Command(Actor.Desk)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Secret.Length > 0)
        {
            Clockwork.Wake(round);
        }

        return new Decided(200);
    }
}
