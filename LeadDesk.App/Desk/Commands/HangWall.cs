using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A screen may show the wall from now on, or no more. The log keeps who said so; its token stays beside it, as a hash.</summary>
public sealed record HangWall(Actor Actor, Guid Screen, bool Up) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Leads(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        round.Emit(Up ? new FloorEvent.WallHung(Screen) : new FloorEvent.WallTakenDown(Screen));
        return new Decided(200);
    }
}
