using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>What time alone brings about: warnings, lateness, ended offers and rings, leads taken back, fallbacks. Each fires once, however late the clock looks.</summary>
public static class Clockwork
{
    /// <summary>Three exclusive offers missed in a row: the person counts as Away.</summary>
    public const int MissesForAway = 3;

    /// <summary>Everything that is due by now, `most` leads at the most; false when more is left.</summary>
    public static bool Sweep(Round round, int most = 1000)
    {
        ArgumentNullException.ThrowIfNull(round);
        for (var i = 0; i < most; i++)
        {
            if (round.Floor.Agenda.IsEmpty || round.Floor.Agenda[0].At > round.Now)
            {
                return true;
            }

            Tick(round, round.Floor.Leads[round.Floor.Agenda[0].What]);
        }

        return false;
    }

    /// <summary>A shift that has ended sets its person Off.</summary>
    public static void EndShifts(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var rep in round.Floor.People)
        {
            if (rep.Presence != Presence.Off && rep.Terms.Shift is { } shift && !shift.IsOpen(round.Now) && shift.IsOpen(rep.PresenceSince))
            {
                People.SetPresence(round, rep.Number, Presence.Off, PresenceCause.ShiftOver);
            }
        }
    }

    private static void Tick(Round round, Lead lead)
    {
        var now = round.Now;
        if (!lead.IsAnswered && lead.State != LeadState.Parked && lead.Due is { } due)
        {
            if (lead.Warned < due.Warnings.Length && due.Warnings[lead.Warned] <= now)
            {
                round.Emit(new LeadEvent.Warned(lead.Id, lead.Warned + 1));
                return;
            }

            if (lead.LateAt is null && due.Due <= now)
            {
                round.Emit(new LeadEvent.WentLate(lead.Id));
                return;
            }
        }

        switch (lead.State)
        {
            case LeadState.Waiting:
                TickWaiting(round, lead, lead.Stay!);
                break;
            case LeadState.Offered:
                EndOffer(round, lead, OfferEnd.TimedOut);
                break;
            case LeadState.Alerted:
                OpenNextRing(round, lead, lead.Stay!);
                break;
            case LeadState.Owned when round.Floor.Plan.Plan.Clocks.Reclaim:
                LeadLife.Lose(round, lead, LossWay.Reclaimed, strike: false);
                break;
            case LeadState.Owned:
                round.Emit(new LeadEvent.OwnerWentLate(lead.Id));
                break;
            case LeadState.Parked:
                round.Emit(new LeadEvent.Unparked(lead.Id));
                break;
            default:
                throw new InvalidOperationException($"Lead {lead.Id} in state {lead.State} has nothing due.");
        }
    }

    private static void TickWaiting(Round round, Lead lead, Stay stay)
    {
        var now = round.Now;
        if (stay.LeavesAt <= now)
        {
            Engine.Leave(round, lead.Id, WaitCause.LeftBehind);
        }
        else if (stay.RingEndsAt <= now)
        {
            OpenNextRing(round, lead, stay);
        }
        else if (stay.HoldEndsAt <= now)
        {
            EndHold(round, lead, stay);
        }
        else
        {
            round.Emit(new LeadEvent.HoldTold(lead.Id));
        }
    }

    private static void EndHold(Round round, Lead lead, Stay stay)
    {
        var lane = round.Floor.Plan.Find(stay.Lane);
        if (lane is not null && Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk).SomebodyIsBusy)
        {
            round.Emit(new LeadEvent.Unheld(lead.Id));
        }
        else
        {
            Engine.Leave(round, lead.Id, WaitCause.NobodyEligible);
        }
    }

    private static void OpenNextRing(Round round, Lead lead, Stay stay)
    {
        var lane = round.Floor.Plan.Find(stay.Lane);
        var next = stay.Ring + 1;
        if (lane is null || next >= lane.Rings.Length)
        {
            Engine.Leave(round, lead.Id, WaitCause.LastRingOver);
            return;
        }

        round.Emit(new LeadEvent.RingOpened(lead.Id, next, lane.RingEnd(next, round.Now)));
        Engine.Dispatch(round, lane.Key);
    }

    /// <summary>An exclusive offer ends; the lead goes to the next, and whoever let three lapse in a row counts as Away.</summary>
    internal static void EndOffer(Round round, Lead lead, OfferEnd why)
    {
        var rep = lead.Offer!.Rep;
        round.Emit(new LeadEvent.OfferEnded(lead.Id, rep, why));
        if (why == OfferEnd.TimedOut && round.Floor.Person(rep) is { MissedInRow: >= MissesForAway, Presence: Presence.Available })
        {
            round.Emit(new FloorEvent.PresenceSet(rep, Presence.Away, PresenceCause.MissedThree));
        }

        Engine.DispatchAll(round);
    }
}
