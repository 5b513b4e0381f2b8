using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Nothing happens on the floor; the loop takes a turn and lets go of whoever waits.</summary>
public sealed record LetGo() : Command(Actor.Desk)
{
    public override Decided Decide(Round round, DeskContext context) => new(200);
}
