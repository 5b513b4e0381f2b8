using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A person's first live connection came, or the last one went.</summary>
public sealed record Connect(Actor Actor, bool Connected) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Of(round.Floor, Actor) is { } person && person.Connected != Connected)
        {
            round.Emit(new FloorEvent.ConnectionChanged(person.Number, Connected));
        }

        return new Decided(200);
    }
}
