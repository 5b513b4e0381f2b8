using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Somebody takes data out in bulk: written down before the first row leaves. Ask is what was asked for, in codes and ids.</summary>
public sealed record LogExport(Actor Actor, Guid Id, string What, string Ask) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Exports(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        round.Emit(new FloorEvent.Exported(Id, What, Ask));
        return new Decided(200) { ActionId = Id };
    }
}
