using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>Brings leads and people together: the choice of lane, the way along the fallbacks, and the dispatch of what waits.</summary>
public static class Engine
{
    /// <summary>Puts a new lead, or one whose lane is gone, into the first lane that takes it.</summary>
    public static void Route(Round round, LeadId id, WaitCause cause)
    {
        ArgumentNullException.ThrowIfNull(round);
        var lead = round.Floor.Leads[id];
        Enter(round, lead, round.Floor.Plan.Choose(lead.Source, lead.Facts), cause);
    }

    /// <summary>The lane can do no more: the fallback takes the lead. A lane is never entered twice, so no chain goes round.</summary>
    public static void Leave(Round round, LeadId id, WaitCause cause)
    {
        ArgumentNullException.ThrowIfNull(round);
        var lead = round.Floor.Leads[id];
        var plan = round.Floor.Plan;
        var from = plan.Find(lead.Stay?.Lane);
        LaneRules? to = null;
        if (from is not null && !from.Lane.Fallback.IsManagers)
        {
            to = from.Lane.Fallback.IsNext ? plan.Choose(lead.Source, lead.Facts, from.Index + 1) : plan.Find(from.Lane.Fallback.Key);
        }

        Enter(round, lead, to is not null && lead.LanesTried.Contains(to.Key, StringComparer.Ordinal) ? null : to, cause);
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
            // The leads before it may have moved it already.
            if (round.Floor.Leads[id] is not { IsUnowned: true, Stay: not null } lead)
            {
                continue;
            }

            var was = before.Find(lead.Stay.Lane);
            var lane = round.Floor.Plan.Find(lead.Stay.Lane);
            var another = lane is null || lane.Method.Offer.GetType() != was?.Method.Offer.GetType();
            if (!another && (lane!.Lane.Version == lead.Stay.LaneVersion || lead.State != LeadState.Waiting))
            {
                continue;
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
                round.Emit(new LeadEvent.Entered(lead.Id, lane.Begin(round.Now) with { EnteredAt = lead.Stay.EnteredAt }, null, WaitCause.LanesChanged));
            }
        }

        DispatchAll(round);
    }

    /// <summary>Places what waits in a lane, as long as somebody can have something. Looks at the heads of groups only.</summary>
    public static void Dispatch(Round round, string key)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Plan.Find(key) is not { } lane || !lane.Method.Offer.Acts || !lane.Hours.IsOpen(round.Now))
        {
            return;
        }

        RingNewcomers(round, lane);
        var stuckGroups = new HashSet<QueueGroup>();
        var stuckLeads = new HashSet<LeadId>();
        while (Head(round, lane, stuckGroups, stuckLeads) is { } head)
        {
            var lead = round.Floor.Leads[head.Key.Lead];
            var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk);
            if (!field.Eligible.IsEmpty)
            {
                lane.Method.Offer.Place(round, lane, lead, field);
                continue;
            }

            if (head.Group.Marked)
            {
                stuckLeads.Add(lead.Id);
                Hold(round, lane, [lead.Id], field);
            }
            else
            {
                stuckGroups.Add(head.Group with { Held = true });
                stuckGroups.Add(head.Group with { Held = false });
                Hold(round, lane, Unheld(round, key, head.Group), field);
            }
        }
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
        var starved = Starved(round, lane);
        QueueKey? best = null;
        foreach (var (group, line) in round.Floor.BacklogOf(lane.Key).Groups)
        {
            if (!Eligibility.InRing(rep.Terms, lane, group.Ring))
            {
                continue;
            }

            foreach (var key in line.From(starved))
            {
                if (!group.Marked || !round.Floor.Leads[key.Lead].Excludes(rep.Number, lane.Lane.NoRepeat))
                {
                    best = best is { } other && !ComesBefore(key, other, starved) ? best : key;
                    break;
                }
            }
        }

        return best is { } found ? round.Floor.Leads[found.Lead] : null;
    }

    private static void Enter(Round round, Lead lead, LaneRules? lane, WaitCause cause)
    {
        if (lane is null)
        {
            var due = lead.Due is null ? Window.Begin(lead.RunsFrom, TimeSpan.FromMinutes(5), round.Floor.Plan.Plan.Clocks.WarnAtPercent, OpeningHours.Always) : null;
            round.Emit(new LeadEvent.ToManagers(lead.Id, due, lead.Stay is null ? WaitCause.NoLane : cause));
            return;
        }

        round.Emit(new LeadEvent.Entered(lead.Id, lane.Begin(round.Now), lead.Due is null ? lane.CustomersDue(lead.RunsFrom) : null, cause));
        Dispatch(round, lane.Key);
    }

    /// <summary>Whoever became eligible while an alert is open is alerted now.</summary>
    private static void RingNewcomers(Round round, LaneRules lane)
    {
        if (!round.Floor.Ringing.TryGetValue(lane.Key, out var ringing) || ringing.IsEmpty)
        {
            return;
        }

        foreach (var id in ringing)
        {
            var lead = round.Floor.Leads[id];
            ImmutableArray<RepId> newcomers = [.. Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk).Eligible
                .Where(r => !lead.Alerted.ContainsKey(r.Number)).Select(r => r.Number)];
            if (!newcomers.IsEmpty)
            {
                round.Emit(new LeadEvent.Alerted(id, new(newcomers)));
            }
        }
    }

    private static (QueueGroup Group, QueueKey Key)? Head(Round round, LaneRules lane, HashSet<QueueGroup> stuckGroups, HashSet<LeadId> stuckLeads)
    {
        var starved = Starved(round, lane);
        (QueueGroup Group, QueueKey Key)? best = null;
        foreach (var (group, line) in round.Floor.BacklogOf(lane.Key).Groups)
        {
            if (stuckGroups.Contains(group))
            {
                continue;
            }

            foreach (var key in line.From(starved))
            {
                if (group.Marked && stuckLeads.Contains(key.Lead))
                {
                    continue;
                }

                best = best is { } other && !ComesBefore(key, other.Key, starved) ? best : (group, key);
                break;
            }
        }

        return best;
    }

    private static ImmutableArray<LeadId> Unheld(Round round, string lane, QueueGroup group) =>
        round.Floor.BacklogOf(lane).Groups.TryGetValue(group with { Held = false }, out var line)
            ? [.. line.From(DateTimeOffset.MinValue).Select(k => k.Lead)]
            : [];

    private static void Hold(Round round, LaneRules lane, ImmutableArray<LeadId> leads, Field field)
    {
        foreach (var id in leads)
        {
            // A lead that moved on before it may have come back here by another way and taken this one along.
            if (round.Floor.Leads[id] is not { State: LeadState.Waiting, Stay: { } stay } || stay.Lane != lane.Key)
            {
                continue;
            }

            if (lane.Method.GoesOnAtOnce && !field.SomebodyIsBusy)
            {
                Leave(round, id, WaitCause.NobodyEligible);
            }
            else if (!field.SomebodyIsBusy && stay.HeldSince is null)
            {
                round.Emit(new LeadEvent.Held(id, HoldMark(round, lane, 0), HoldMark(round, lane, 1)));
            }
        }
    }

    private static DateTimeOffset HoldMark(Round round, LaneRules lane, int limit) =>
        lane.Hours.After(round.Now, TimeSpan.FromMinutes(lane.Lane.HoldMinutes[limit]));

    private static DateTimeOffset Starved(Round round, LaneRules lane) => round.Now - TimeSpan.FromMinutes(lane.Lane.MaxAgeMinutes);

    private static bool ComesBefore(QueueKey a, QueueKey b, DateTimeOffset starved)
    {
        var limit = starved.UtcTicks;
        return (a.Age < limit, b.Age < limit) switch
        {
            (true, false) => true,
            (false, true) => false,
            (true, true) => QueueKey.ByAge.Compare(a, b) < 0,
            _ => QueueKey.InOrder.Compare(a, b) < 0,
        };
    }
}
