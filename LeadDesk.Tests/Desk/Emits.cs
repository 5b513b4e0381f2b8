using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Tests.Desk;

/// <summary>Lets exactly this happen.</summary>
internal sealed record Emits(Actor Actor, FloorEvent Step) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        round.Emit(Step);
        return new Decided(200);
    }
}
