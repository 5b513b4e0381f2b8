using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>Brings leads and people together: the choice of lane, the way along the fallbacks, and the dispatch of what waits.</summary>
public static class Engine
{
    /// <summary>So many steps may break before a lane whose rule breaks on every lead waits for the next look: nobody else waits for it.</summary>
    internal const int MostBroken = 100;

    /// <summary>Puts a new lead, or one whose lane is gone, into the first lane that takes it.</summary>
    public static void Route(Round round, LeadId id, WaitCause cause)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (!round.Try(id, (id, cause), static (r, l) => Enter(r, r.Floor.Leads[l.id], r.Floor.Plan.Choose(r.Floor.Leads[l.id].Source, r.Floor.Leads[l.id].Facts), l.cause)))
        {
            SetAside(round, id);
        }
    }

    /// <summary>The lane can do no more: the fallback takes the lead. A lane is never entered twice, so no chain goes round.</summary>
    public static void Leave(Round round, LeadId id, WaitCause cause)
    {
        ArgumentNullException.ThrowIfNull(round);
        var lead = round.Floor.Leads[id];
        var plan = round.Floor.Plan;
        var from = plan.Find(lead.Stay?.Lane);
        if (from is { Method.OnlyTheKnownOwner: true })
        {
            Inform(round, lead);
            lead = round.Floor.Leads[id];
        }

        var blend = plan.BlendOf(lead.Stay) ?? (from is { Method.Offer: Stages } ? from : null);
        if (blend is not null && NextStep(plan, blend, lead) is { } step)
        {
            Enter(round, lead, step, from == blend ? WaitCause.Step : cause, blend.Key);
        }
        else
        {
            Enter(round, lead, FallbackOf(plan, blend ?? from, lead), cause);
        }
    }

    /// <summary>Who knows the customer and could not be asked hears of it, and helped whoever wins; who was asked and passed did not.</summary>
    private static void Inform(Round round, Lead lead)
    {
        if (lead.KnownOwner is { } known && round.Floor.Person(known).Terms.Active && !lead.Holders.Contains(known) && !lead.Assists.Contains(known))
        {
            round.Emit(new LeadEvent.OwnerInformed(lead.Id, known));
        }
    }

    /// <summary>A lead whose owner lost it by time goes to the pool for a second chance; where there is none it waits in its own lane.</summary>
    public static void Rescue(Round round, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        var lead = round.Floor.Leads[id];
        if (SecondChance.For(round.Floor.Plan, lead) is { } lane)
        {
            Enter(round, lead, lane, WaitCause.SecondChance);
        }
    }

    /// <summary>The step of a blend after the one in which the lead is, without those that had it already.</summary>
    private static LaneRules? NextStep(LanePlan plan, LaneRules blend, Lead lead)
    {
        var steps = plan.StepsOf(blend);
        var at = steps.Select((s, i) => s.Key == lead.Stay!.Lane ? i : -1).DefaultIfEmpty(-1).Max();
        return steps.Skip(at + 1).FirstOrDefault(s => !lead.LanesTried.Contains(s.Key, StringComparer.Ordinal));
    }

    private static LaneRules? FallbackOf(LanePlan plan, LaneRules? from, Lead lead)
    {
        if (from is null || from.Lane.Fallback.IsManagers)
        {
            return null;
        }

        bool Tried(LaneRules lane) => lead.LanesTried.Contains(lane.Key, StringComparer.Ordinal);
        if (!from.Lane.Fallback.IsNext)
        {
            return plan.Find(from.Lane.Fallback.Key) is { } named && !Tried(named) ? named : null;
        }

        var next = plan.Choose(lead.Source, lead.Facts, from.Index + 1);
        while (next is not null && Tried(next))
        {
            next = plan.Choose(lead.Source, lead.Facts, next.Index + 1);
        }

        return next;
    }

    /// <summary>
    /// New lanes are in force at once. What waits in a lane that changed is taken anew by its new rules; where the lane is gone, or puts
    /// leads to people in another way, open offers and alerts end without penalty first.
    /// </summary>
    public static void Publish(Round round, FloorPlan plan)
    {
        ArgumentNullException.ThrowIfNull(round);
        var before = round.Floor.Plan;
        round.Emit(new FloorEvent.PlanPublished(plan));
        foreach (var id in round.Floor.Leads.Values.Where(l => l.IsUnowned).OrderBy(l => l.ReceivedSeq).Select(l => l.Id).ToList())
        {
            if (!round.Try(id, (id, before), static (r, l) => TakeAnew(r, l.id, l.before)))
            {
                SetAside(round, id);
            }
        }

        // What somebody is asked for may not be theirs any more by the new rules; nobody is blamed for it.
        foreach (var rep in round.Floor.People.Where(p => p.Offer is not null).ToList())
        {
            round.Try(rep.Offer, rep.Number, static (r, asked) => People.WithdrawOffer(r, asked));
        }

        DispatchAll(round);
    }

    /// <summary>Places what waits in a lane, as long as somebody can have something. Looks at the heads of groups only.</summary>
    public static void Dispatch(Round round, string key)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Plan.Find(key) is { Method.Offer.Acts: true } lane)
        {
            // A lane that breaks altogether stops no other; its leads move on by their own clocks.
            round.Try(null, lane, static (r, l) => Serve(r, l));
        }
    }

    /// <summary>
    /// A lead on which a rule broke goes on to the fallback, or to the managers where that breaks too; its offer ends without blame. An
    /// owner keeps theirs. False = it could not be moved.
    /// </summary>
    internal static bool SetAside(Round round, LeadId id)
    {
        if (!round.Floor.Leads[id].IsUnowned)
        {
            return false;
        }

        return round.Try(id, id, static (r, l) => Withdrawn(r, l, () => Leave(r, l, WaitCause.Broke)))
            || round.Try(id, id, static (r, l) => Withdrawn(r, l, () => Enter(r, r.Floor.Leads[l], null, WaitCause.Broke)));
    }

    private static void Withdrawn(Round round, LeadId id, Action goOn)
    {
        if (round.Floor.Leads[id].Offer is { } offer)
        {
            round.Emit(new LeadEvent.OfferEnded(id, offer.Rep, OfferEnd.Withdrawn));
        }

        goOn();
    }

    private static void TakeAnew(Round round, LeadId id, LanePlan before)
    {
        // The leads before it may have moved it already.
        if (round.Floor.Leads[id] is not { IsUnowned: true } lead)
        {
            return;
        }

        if (lead.Stay is not { } stay)
        {
            if (lead.Broke)
            {
                Route(round, id, WaitCause.LanesChanged);
            }

            return;
        }

        var was = before.Find(stay.Lane);
        var lane = round.Floor.Plan.Find(stay.Lane);
        var another = lane is null || lane.Method.Offer.GetType() != was?.Method.Offer.GetType();
        if (!another && (lane!.Lane.Version == stay.LaneVersion || lead.State != LeadState.Waiting))
        {
            return;
        }

        if (lead.Offer is { } offer)
        {
            round.Emit(new LeadEvent.OfferEnded(lead.Id, offer.Rep, OfferEnd.Withdrawn));
        }

        if (lane is null)
        {
            Route(round, lead.Id, WaitCause.LanesChanged);
        }
        else
        {
            EnterAgain(round, lane, lead, stay);
        }
    }

    /// <summary>A lead goes on waiting in its lane by the lane's new rules.</summary>
    internal static void EnterAgain(Round round, LaneRules lane, Lead lead, Stay stay) =>
        round.Emit(new LeadEvent.Entered(lead.Id, Pausing(round, lane, lead, lane.Again(stay, round.Now)), null, WaitCause.LanesChanged));

    private static void Serve(Round round, LaneRules lane)
    {
        if (lane.Method.Offer is Stages)
        {
            PassOn(round, lane);
            return;
        }

        if (!lane.Hours.IsOpen(round.Now))
        {
            return;
        }

        Newcomers.Ring(round, lane);
        RingSeniors(round, lane);
        Serving.Of(round, lane);
    }

    /// <summary>
    /// Whoever is offered a lead for longer than usual keeps it, and the next in turn may take it meanwhile: the customer does not wait for
    /// one person's need. False = nobody else is there now.
    /// </summary>
    internal static bool AskNext(Round round, Lead lead)
    {
        if (round.Floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return false;
        }

        ImmutableArray<Rep> others = [.. Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk).Eligible.Where(r => r.Number != lead.Offer!.Rep)];
        if (others.IsEmpty)
        {
            return false;
        }

        round.Emit(new LeadEvent.Alerted(lead.Id, new([lane.Method.Ranking.Rank(round.Floor, lane, lead, others, round.NextSeq).First])));
        return true;
    }

    /// <summary>Dispatches every lane that a person may have leads of.</summary>
    public static void DispatchAll(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var lane in round.Floor.Plan.Lanes)
        {
            Dispatch(round, lane.Key);
        }
    }

    /// <summary>What the "next lead" button of a pull lane gives a rep: the head of the line among the leads that this rep may have.</summary>
    public static Lead? NextFor(Round round, LaneRules lane, Rep rep)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(rep);
        var starved = lane.Starved(round.Now);
        QueueKey? best = null;
        foreach (var (group, line) in round.Floor.BacklogOf(lane.Key).Groups)
        {
            if (!Eligibility.InRing(rep.Terms, lane, group.Ring))
            {
                continue;
            }

            foreach (var key in line.From(starved))
            {
                if (!group.Marked || !round.Floor.Leads[key.Lead].Excludes(rep.Number, lane.NoRepeat))
                {
                    best = best is { } other && !key.ComesBefore(other, starved) ? best : key;
                    break;
                }
            }
        }

        return best is { } found ? round.Floor.Leads[found.Lead] : null;
    }

    /// <summary>Nothing stays in a blend: its leads are in the lanes of its steps.</summary>
    private static void PassOn(Round round, LaneRules blend)
    {
        foreach (var id in round.Floor.BacklogOf(blend.Key).Groups.Values.SelectMany(l => l.From(DateTimeOffset.MinValue)).Select(k => k.Lead).ToList())
        {
            // One that moved on before it may have taken this one along.
            if (round.Floor.Leads[id] is { State: LeadState.Waiting, Stay: { } stay } && stay.Lane == blend.Key && !round.Try(id, id, static (r, l) => Leave(r, l, WaitCause.LanesChanged)))
            {
                SetAside(round, id);
            }
        }
    }

    /// <summary>The stay as it begins: one that a pause of the intake keeps waits without rings and limits until the pause is over.</summary>
    internal static Stay Pausing(Round round, LaneRules lane, Lead lead, Stay stay) =>
        round.Floor.IsKept(lead, lane.Key) ? stay with { Paused = true, RingEndsAt = null, LeftBehindAt = null, LeavesAt = null } : stay;

    private static void Enter(Round round, Lead lead, LaneRules? lane, WaitCause cause, string? blend = null)
    {
        if (lane is null)
        {
            var due = lead.Due is null ? Window.Begin(lead.RunsFrom, TimeSpan.FromMinutes(5), round.Floor.Plan.Plan.Clocks.WarnAtPercent, OpeningHours.Always) : null;
            round.Emit(new LeadEvent.ToManagers(lead.Id, due, lead.Stay is null && cause != WaitCause.Broke ? WaitCause.NoLane : cause));
            return;
        }

        round.Emit(new LeadEvent.Entered(lead.Id, Pausing(round, lane, lead, lane.Begin(round.Now) with { Blend = blend }), lead.Due is null ? lane.CustomersDue(lead.RunsFrom) : null, cause));
        Dispatch(round, lane.Key);
    }

    /// <summary>A customer on the line rings also at the desk of a senior who becomes free.</summary>
    private static void RingSeniors(Round round, LaneRules lane)
    {
        if (!lane.Method.WarmsUp)
        {
            return;
        }

        foreach (var id in round.Floor.Transfers)
        {
            round.Try(id, (id, lane), static (r, l) => RingSeniors(r, l.lane, r.Floor.Leads[l.id]));
        }
    }

    private static void RingSeniors(Round round, LaneRules lane, Lead lead)
    {
        if (lead.Stay?.Lane != lane.Key || lead.Transfer is not { } transfer)
        {
            return;
        }

        ImmutableArray<RepId> newcomers = [.. WarmUp.Ready(round, lane, lead).Where(r => !transfer.To.Contains(r))];
        if (!newcomers.IsEmpty)
        {
            round.Emit(new LeadEvent.TransferRang(lead.Id, transfer.EndsAt, new(newcomers)));
        }
    }
}
