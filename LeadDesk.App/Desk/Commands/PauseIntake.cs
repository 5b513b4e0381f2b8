using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A manager pauses the intake, or a part of it, until a time; Notice is what customers are told meanwhile.</summary>
public sealed record PauseIntake(Actor Actor, PauseScope Scope, DateTimeOffset Until, string? Notice) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Leads(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        // Judged again here: while it waited for its turn, its end may have come.
        if (Until <= round.Now)
        {
            return new Decided(400) { Fault = ("until", "is over already") };
        }

        var seq = round.NextSeq;
        Intakes.Pause(round, Scope, Until);
        return new Decided(200) { Texts = Notice is null ? [] : [new TypedText(seq, null, PersonalTexts.Notice, Notice)] };
    }
}
