using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Take a change back within its 15 seconds.</summary>
public sealed record Undo(Actor Actor, Guid ActionId) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Of(round.Floor, Actor) is not { Terms.Active: true } person)
        {
            return Decided.Of(new Refusal(RefusalCode.Forbidden), null);
        }

        var lead = round.Floor.Undoables.Find(ActionId) is { IsDefaultOrEmpty: false } changes ? changes.Select(c => c.Lead?.Id).FirstOrDefault(l => l is not null) : null;
        return Decided.Of(LeadLife.Undo(round, person.Number, ActionId), lead);
    }
}
