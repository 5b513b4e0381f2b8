using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>How the intake is paused and resumed.</summary>
public static class Intakes
{
    /// <summary>Begins a pause, or gives the one of the same scope a new end; an open offer of whoever is spared now moves on without penalty.</summary>
    public static void Pause(Round round, PauseScope scope, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(round);
        round.Emit(new FloorEvent.IntakePaused(scope, until));
        foreach (var person in round.Floor.People.Where(round.Floor.IsSpared).Select(p => p.Number).ToList())
        {
            People.WithdrawOffer(round, person);
        }

        Engine.DispatchAll(round);
    }

    /// <summary>Ends a pause before its time.</summary>
    public static Refusal? Resume(Round round, PauseScope scope)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (!round.Floor.Pauses.Any(p => p.Scope == scope))
        {
            return new Refusal(RefusalCode.WrongState);
        }

        End(round, scope, byTime: false);
        return null;
    }

    /// <summary>Pauses whose time is over end by themselves.</summary>
    public static void EndPauses(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var pause in round.Floor.Pauses.Where(p => p.Until <= round.Now).ToList())
        {
            End(round, pause.Scope, byTime: true);
        }
    }

    /// <summary>What no pause keeps any more enters its lane anew, with its age, the oldest first.</summary>
    public static void LetGo(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var lead in round.Floor.Paused.Select(id => round.Floor.Leads[id]).OrderBy(l => l.RunsFrom).ThenBy(l => l.ReceivedSeq).ToList())
        {
            if (lead.Stay is { } stay && round.Floor.Plan.Find(stay.Lane) is { } lane && !round.Floor.IsKept(lead, lane.Key))
            {
                round.Emit(new LeadEvent.Entered(lead.Id, lane.Begin(round.Now) with { EnteredAt = stay.EnteredAt, Blend = stay.Blend }, null, WaitCause.Resumed));
            }
        }
    }

    private static void End(Round round, PauseScope scope, bool byTime)
    {
        round.Emit(new FloorEvent.IntakeResumed(scope, byTime));
        LetGo(round);
        Engine.DispatchAll(round);
    }
}
