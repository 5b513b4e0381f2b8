using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk.Commands;

/// <summary>People may switch by PIN on this device from now on, or no more. The log keeps who said so; the device's key stays beside it.</summary>
public sealed record ApproveDevice(Actor Actor, Guid Device, bool Approved) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Leads(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        round.Emit(Approved ? new FloorEvent.DeviceApproved(Device) : new FloorEvent.DeviceRevoked(Device));
        return new Decided(200);
    }
}
