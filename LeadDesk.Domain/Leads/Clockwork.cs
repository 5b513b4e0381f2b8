using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>What time alone brings about: warnings, lateness, ended offers and rings, leads taken back, fallbacks. Each fires once, however late the clock looks.</summary>
public static class Clockwork
{
    /// <summary>Three exclusive offers missed in a row: the person counts as Away.</summary>
    public const int MissesForAway = 3;

    /// <summary>More than anything that can be due on one lead at once, however long the desk was away.</summary>
    private const int MostStepsOfALead = 100;

    /// <summary>Everything that is due by now, `most` steps at the most; false when more is left. What is due while its lane is closed waits for the opening.</summary>
    public static bool Sweep(Round round, int most = 1000)
    {
        ArgumentNullException.ThrowIfNull(round);
        var left = most;
        var steps = new Dictionary<LeadId, int>();
        bool moved;
        do
        {
            moved = false;
            foreach (var (at, id) in round.Floor.Agenda)
            {
                if (at > round.Now)
                {
                    break;
                }

                while (Agenda.NextOf(round.Floor.Leads[id]) <= round.Now && Step(round, id, steps))
                {
                    moved = true;
                    if (--left == 0)
                    {
                        return false;
                    }
                }
            }
        }
        while (moved);

        return true;
    }

    /// <summary>One step of a lead. One that breaks, or a lead that never comes to rest, sets the lead aside and is left alone for the rest of this sweep.</summary>
    private static bool Step(Round round, LeadId id, Dictionary<LeadId, int> steps)
    {
        var taken = steps.GetValueOrDefault(id);
        if (taken > MostStepsOfALead)
        {
            return false;
        }

        steps[id] = taken + 1;
        var stepped = false;
        if (round.Try(id, (id, taken), (r, l) => stepped = l.taken < MostStepsOfALead ? Tick(r, r.Floor.Leads[l.id]) : throw new InvalidOperationException($"The clock goes round on lead {l.id}.")))
        {
            return stepped;
        }

        steps[id] = MostStepsOfALead + 1;
        return Engine.SetAside(round, id) || KeepLate(round, id);
    }

    /// <summary>A lead that could not be taken back stays with its owner, late, and the clock lets go of it.</summary>
    private static bool KeepLate(Round round, LeadId id)
    {
        if (round.Floor.Leads[id] is not { State: LeadState.Owned, OwnerLate: false } lead || lead.OwnerDue?.Due > round.Now)
        {
            return false;
        }

        round.Emit(new LeadEvent.OwnerWentLate(id));
        return true;
    }

    /// <summary>A shift that has ended sets its person Off.</summary>
    public static void EndShifts(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var rep in round.Floor.People)
        {
            round.Try(null, rep, static (r, p) => EndShift(r, p));
        }
    }

    private static void EndShift(Round round, Rep rep)
    {
        if (rep.Presence != Presence.Off && rep.Terms.LeaveOn(round.Today.Day) is not null)
        {
            People.SetPresence(round, rep.Number, Presence.Off, PresenceCause.ShiftOver);
            return;
        }

        if (rep.Presence != Presence.Off && rep.Terms.Shift is { } shift && EndOf(shift, rep.PresenceSince) <= round.Now)
        {
            People.SetPresence(round, rep.Number, Presence.Off, PresenceCause.ShiftOver);
        }
    }

    /// <summary>Whose induction has reached its next stage, or is over.</summary>
    public static void GrowIn(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var rep in round.Floor.People)
        {
            if (rep.Terms.Induction is { } induction && induction.At(round.Today.Day, rep.Finished) is var stage && (stage?.Thousandths != rep.Terms.RampThousandths || stage?.Kind != rep.Terms.Stage))
            {
                round.Try(null, rep, static (r, p) => People.Agree(r, new FloorEvent.PersonSet(p.Number, p.Id, p.Terms, p.OptIns)));
            }
        }
    }

    /// <summary>The desk begins again: an offer that ran out while it was down was nobody's fault, and a running one lasts 20 s more at least.</summary>
    public static void Wake(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var least = round.Now.AddSeconds(20);
        foreach (var lead in round.Floor.People.Where(p => p.Offer is not null).Select(p => round.Floor.Leads[p.Offer!.Value]).ToList())
        {
            if (lead.Offer!.ExpiresAt <= round.Now)
            {
                round.Emit(new LeadEvent.OfferEnded(lead.Id, lead.Offer.Rep, OfferEnd.Withdrawn));
            }
            else if (lead.Offer.ExpiresAt < least)
            {
                round.Emit(new LeadEvent.OfferExtended(lead.Id, least, Asked: false));
            }
        }

        Engine.DispatchAll(round);
    }

    /// <summary>The first end of a shift after somebody said where they are: also if they said so before it began.</summary>
    private static DateTimeOffset? EndOf(OpeningHours shift, DateTimeOffset since) =>
        shift.OpensAt(since) is { } begins ? shift.NextChange(begins) : null;

    /// <summary>One step of a lead that has something due; false = it can only be taken when the lane is open.</summary>
    private static bool Tick(Round round, Lead lead)
    {
        var now = round.Now;
        var open = round.Floor.Plan.Find(lead.Stay?.Lane)?.Hours.IsOpen(now) ?? true;
        if (lead.IsClosed)
        {
            if (open)
            {
                LeadLife.BringBack(round, lead, byCustomer: false);
            }

            return open;
        }

        if (open && TickDue(round, lead))
        {
            return true;
        }

        // In plain seconds: somebody is on the line.
        if (lead.Transfer is { IsOpen: true } transfer && transfer.EndsAt <= now)
        {
            round.Emit(new LeadEvent.TransferEnded(lead.Id, TransferEnd.TimedOut));
            return true;
        }

        // What a person has planned for is due also when the shop is shut.
        if (lead.RemindAt <= now)
        {
            round.Emit(new LeadEvent.Reminded(lead.Id));
            return true;
        }

        // A parked lead waits for its customer, not for its owner.
        if (open && lead.State != LeadState.Parked && (lead.OwnedUntil <= now || lead.CheckDue <= now))
        {
            LeadLife.EndOwnership(round, lead);
            return true;
        }

        switch (lead.State)
        {
            case LeadState.Offered when lead.Offer!.ExpiresAt <= now:
                EndOffer(round, lead, OfferEnd.TimedOut);
                return true;
            case LeadState.Offered when open && lead.Alerted.IsEmpty && lead.Offer!.NextAskedAt <= now:
                return Engine.AskNext(round, lead);
            case LeadState.Parked when lead.ParkedUntil <= now:
                round.Emit(new LeadEvent.Unparked(lead.Id));
                People.WithdrawOffer(round, lead.Owner!.Value);
                return true;
            case LeadState.Alerted when lead.Finish?.SettlesAt is { } settles:
                // In plain seconds, and before its ring may end.
                if (settles > now)
                {
                    return false;
                }

                LeadLife.Settle(round, lead);
                return true;
            case LeadState.Alerted when open && lead.Stay!.RingEndsAt <= now:
                OpenNextRing(round, lead, lead.Stay);
                return true;
            case LeadState.Owned when open && !lead.OwnerLate && lead.OwnerDue?.Due <= now:
                EndOwnersTime(round, lead);
                return true;
            default:
                return open && lead is { State: LeadState.Waiting, Stay: { } stay } && TickWaiting(round, lead, stay);
        }
    }

    /// <summary>The customer's due: its warnings, then late, once.</summary>
    private static bool TickDue(Round round, Lead lead)
    {
        if (lead.IsAnswered || lead.State == LeadState.Parked || lead.Due is not { } due)
        {
            return false;
        }

        if (lead.Warned < due.Warnings.Length && due.Warnings[lead.Warned] <= round.Now)
        {
            round.Emit(new LeadEvent.Warned(lead.Id, lead.Warned + 1));
            return true;
        }

        if (lead.LateAt is null && due.Due <= round.Now)
        {
            round.Emit(new LeadEvent.WentLate(lead.Id));
            return true;
        }

        return false;
    }

    private static void EndOwnersTime(Round round, Lead lead)
    {
        if (round.Floor.Plan.Plan.Clocks.Reclaim)
        {
            LeadLife.Lose(round, lead, LossWay.Reclaimed, strike: false);
        }
        else
        {
            round.Emit(new LeadEvent.OwnerWentLate(lead.Id));
        }
    }

    private static bool TickWaiting(Round round, Lead lead, Stay stay)
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
        else if (!stay.HoldTold && stay.HoldTellsAt <= now)
        {
            round.Emit(new LeadEvent.HoldTold(lead.Id));
        }
        else
        {
            return false;
        }

        return true;
    }

    private static void EndHold(Round round, Lead lead, Stay stay)
    {
        // Somebody may have become eligible by time alone, for instance because a shift began.
        Engine.Dispatch(round, stay.Lane);
        lead = round.Floor.Leads[lead.Id];
        if (lead.State != LeadState.Waiting || lead.Stay != stay)
        {
            return;
        }

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

        // A ring never cuts an offer, but once it is over its people have had their turn.
        lead = round.Floor.Leads[lead.Id];
        if (lead.Stay!.RingEndsAt <= round.Now && round.Floor.Plan.Find(lead.Stay.Lane)?.Hours.IsOpen(round.Now) != false)
        {
            OpenNextRing(round, lead, lead.Stay);
        }

        Engine.DispatchAll(round);
    }
}
