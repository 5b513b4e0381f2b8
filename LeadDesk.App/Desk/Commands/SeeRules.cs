using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Somebody has read what became of the rules and of what they proposed, up to a number of the log.</summary>
public sealed record SeeRules(Actor Actor, long UpTo) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Of(round.Floor, Actor) is not { Terms.Active: true } person)
        {
            return Decided.Of(new Refusal(RefusalCode.Forbidden), null);
        }

        var upTo = Math.Min(UpTo, round.Floor.Seq);
        if (upTo > person.RulesSeen)
        {
            round.Emit(new FloorEvent.RulesSeen(person.Number, upTo));
        }

        return new Decided(200);
    }
}
