using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Tests.Desk;

/// <summary>A command with a bug: something has happened already when it throws.</summary>
internal sealed record Breaks(Actor Actor, FloorEvent Step) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        round.Emit(Step);
        throw new InvalidOperationException("a bug");
    }
}
