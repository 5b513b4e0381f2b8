using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A manager ends a pause of the intake before its time.</summary>
public sealed record ResumeIntake(Actor Actor, PauseScope Scope) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Decided.Of(Permissions.Leads(round.Floor, Actor) ?? Intakes.Resume(round, Scope), null);
    }
}
