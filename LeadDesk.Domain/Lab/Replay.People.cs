using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Lab;

/// <summary>
/// What people do: they answer offers after a while, call the most urgent of their leads first and one at a time, and look for more when
/// their hands are free. On an open board they choose what is worth most.
/// </summary>
public sealed partial class Replay
{
    private const int MostLookedAt = 50;
    private static readonly TimeSpan ManagerLooksAgain = TimeSpan.FromMinutes(15);

    /// <summary>Whom each person is busy with.</summary>
    private readonly Dictionary<RepId, LeadId> busy = [];

    private void See(FloorEvent step)
    {
        switch (step)
        {
            case LeadEvent.Offered e:
                Plan(Now + model.Delay(Luck.Reaction, model.Reaction, e.Lead, e.Rep), new Deed(DeedKind.React, e.Rep, e.Lead, 0));
                break;
            case LeadEvent.Alerted e:
                var least = TimeSpan.FromMilliseconds(Floor.Plan.Find(Floor.Find(e.Lead)?.Stay?.Lane)?.Lane.AlertMinMs ?? 0);
                foreach (var rep in e.To)
                {
                    Plan(Now + least + model.Delay(Luck.Reaction, model.Reaction, e.Lead, rep), new Deed(DeedKind.React, rep, e.Lead, 0));
                }

                break;
            case LeadEvent.Entered or LeadEvent.ToManagers or LeadEvent.Lost or LeadEvent.RingOpened:
                Spread(((LeadEvent)step).Lead);
                break;
            case LeadEvent.Taken e:
                Plan(Now, new Deed(DeedKind.Look, e.Rep, default, 0));
                break;
            case FloorEvent.PresenceSet { Cause: PresenceCause.MissedThree } e:
                Plan(Now + model.ComeBack, new Deed(DeedKind.ComeBack, e.Rep, default, 0));
                break;
            case FloorEvent.PresenceSet { Presence: Presence.Available } e:
                Plan(Now, new Deed(DeedKind.Look, e.Rep, default, 0));
                break;
        }
    }

    /// <summary>A lead waits for people to act: reps look at a pool, a manager at what no rule could place.</summary>
    private void Spread(LeadId id)
    {
        if (Floor.Find(id) is not { State: LeadState.Waiting } lead)
        {
            return;
        }

        var offer = Floor.Plan.Find(lead.Stay?.Lane)?.Method.Offer;
        if (offer is null or { Acts: false, IsPull: false })
        {
            Plan(Now + model.Delay(Luck.Manager, model.Manager, id, default), new Deed(DeedKind.Manage, default, id, 0));
        }
        else if (offer.IsPull)
        {
            foreach (var rep in Floor.People.Where(p => p is { Presence: Presence.Available, Terms: { Active: true, HoldsLeads: true } }))
            {
                Plan(Now + model.Delay(Luck.Reaction, model.Reaction, id, rep.Number), new Deed(DeedKind.Look, rep.Number, default, 0));
            }
        }
    }

    private void Perform(Deed deed)
    {
        switch (deed.Kind)
        {
            case DeedKind.Outside:
                ComeFromOutside(history.During[deed.Index].Event);
                break;
            case DeedKind.React:
                React(deed.Rep, deed.Lead);
                break;
            case DeedKind.Look:
                Look(deed.Rep);
                break;
            case DeedKind.Call:
                Call(deed.Rep, deed.Lead);
                break;
            case DeedKind.Finish:
                Finish(deed.Rep, deed.Lead);
                break;
            case DeedKind.Manage:
                Manage(deed.Lead);
                break;
            case DeedKind.ComeBack when Floor.Person(deed.Rep) is { Presence: Presence.Away, PresenceCause: PresenceCause.MissedThree }:
                Do(round => People.SetPresence(round, deed.Rep, Presence.Available, PresenceCause.Self));
                break;
        }
    }

    private void ComeFromOutside(FloorEvent step) => Do(round =>
    {
        switch (step)
        {
            case LeadEvent.Received e:
                round.Emit(e);
                Engine.Route(round, e.Lead, WaitCause.Received);
                break;
            case FloorEvent.PresenceSet e:
                // Whom they were with then was another customer: in a replay the model says when somebody talks.
                People.SetPresence(round, e.Rep, e.Presence == Presence.WithCustomer ? Presence.Available : e.Presence, e.Cause);
                break;
            case FloorEvent.OptInSet e:
                People.SetOptIn(round, e.Rep, e.Lane, e.OptIn);
                break;
            case FloorEvent.PersonSet e:
                People.Agree(round, e);
                break;
        }
    });

    private void React(RepId rep, LeadId id)
    {
        if (Floor.Find(id) is not { } lead)
        {
            return;
        }

        if (lead.Offer?.Rep == rep)
        {
            Do(round => _ = model.Happens(Luck.Pass, model.PassThousandths, id, rep)
                ? LeadLife.Pass(round, rep, id, Now)
                : LeadLife.Accept(round, rep, id, Now));
        }
        else if (lead.Alerted.ContainsKey(rep) && !busy.ContainsKey(rep) && !model.Happens(Luck.Pass, model.PassThousandths, id, rep))
        {
            Do(round => LeadLife.Claim(round, rep, id));
        }
    }

    /// <summary>Free hands go to the most urgent lead of one's own, then to an alert, a pool, a board.</summary>
    private void Look(RepId rep)
    {
        var person = Floor.Person(rep);
        if (person.Presence != Presence.Available || busy.ContainsKey(rep))
        {
            return;
        }

        if (!person.Holdings.Unanswered.IsEmpty)
        {
            var lead = person.Holdings.Unanswered[0].What;
            busy[rep] = lead;
            Plan(Now + model.Delay(Luck.Preparation, model.Preparation, lead, rep), new Deed(DeedKind.Call, rep, lead, 0));
            return;
        }

        if (person.Offer is not null || person.PlacesUsed >= person.Terms.Places || ClaimsAnAlert(rep))
        {
            return;
        }

        Refusal? refusal = null;
        LeadId? pulled = null;
        Do(round => refusal = LeadLife.Pull(round, rep, null, out pulled));
        if (refusal is null && pulled is not null)
        {
            return;
        }

        foreach (var lead in OnBoards(person).Take(3))
        {
            Do(round => refusal = LeadLife.Claim(round, rep, lead));
            if (refusal is null)
            {
                return;
            }
        }
    }

    private bool ClaimsAnAlert(RepId rep)
    {
        foreach (var lane in Floor.Plan.Lanes)
        {
            if (!Floor.Ringing.TryGetValue(lane.Key, out var ringing))
            {
                continue;
            }

            foreach (var id in ringing)
            {
                if (Floor.Leads[id] is var lead && lead.Alerted.ContainsKey(rep) && lead.Finish?.Of(rep) is null && !model.Happens(Luck.Pass, model.PassThousandths, id, rep))
                {
                    Refusal? refusal = null;
                    Do(round => refusal = LeadLife.Claim(round, rep, id));
                    if (refusal is null)
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>What somebody would take from the boards, the most valuable first; what they would pass they leave to others.</summary>
    private ImmutableArray<LeadId> OnBoards(Rep person) =>
    [
        .. Floor.Plan.Lanes.Where(l => l.Method.Offer.IsBoard && person.OptInTo(l.Key).On)
            .SelectMany(l => Floor.BacklogOf(l.Key).Groups.Values.SelectMany(line => line.From(DateTimeOffset.MinValue).Take(MostLookedAt)).Select(k => Floor.Leads[k.Lead])
                .Where(lead => !lead.Excludes(person.Number, l.Lane.NoRepeat)))
            .Where(lead => !model.Happens(Luck.Pass, model.PassThousandths, lead.Id, person.Number))
            .OrderByDescending(lead => lead.Facts.Value ?? 0).ThenBy(lead => lead.ReceivedSeq)
            .Select(lead => lead.Id),
    ];

    private void Call(RepId rep, LeadId id)
    {
        // Taken back meanwhile, or not there any more: then it is somebody else's, or waits for the morning.
        if (Floor.Find(id) is not { IsClosed: false } lead || lead.Owner != rep || Floor.Person(rep).Presence is not (Presence.Available or Presence.WithCustomer))
        {
            busy.Remove(rep);
            Look(rep);
            return;
        }

        var result = model.Happens(Luck.Reached, model.ReachThousandths, id, rep) ? AttemptResult.Reached : AttemptResult.NoAnswer;
        Do(round =>
        {
            LeadLife.Attempt(round, rep, id, Channel.Call, result, null, null);
            if (model.SaysWithCustomer && result == AttemptResult.Reached)
            {
                People.SetPresence(round, rep, Presence.WithCustomer, PresenceCause.Self);
            }
        });
        Plan(Now + (result == AttemptResult.Reached ? model.Delay(Luck.Talk, model.Talk, id, rep) : TimeSpan.FromMinutes(1)), new Deed(DeedKind.Finish, rep, id, 0));
    }

    private void Finish(RepId rep, LeadId id)
    {
        busy.Remove(rep);
        if (Floor.Person(rep).Presence == Presence.WithCustomer)
        {
            Do(round => People.SetPresence(round, rep, Presence.Available, PresenceCause.Self));
        }

        if (Floor.Find(id) is { IsClosed: false } lead && lead.Owner == rep)
        {
            var won = model.Happens(Luck.Won, model.WinThousandths, id, rep);
            Do(round => LeadLife.Close(round, rep, id, won ? Outcome.Won : Outcome.Lost, null, null));
        }

        Look(rep);
    }

    /// <summary>To whoever may have it and has the fewest; while there is nobody, the manager looks again.</summary>
    private void Manage(LeadId id)
    {
        if (Floor.Find(id) is not { State: LeadState.Waiting } lead)
        {
            return;
        }

        var lane = Floor.Plan.Find(lead.Stay?.Lane);
        if (lane is { Method.Offer: not Desk })
        {
            return;
        }

        var field = lane is null ? Field.Anywhere(Floor, Now, Floor.DayOf(Now)) : Field.Of(Floor, lane, lead, Now, Floor.DayOf(Now), Put.Desk);
        foreach (var rep in field.Eligible.OrderBy(r => r.Holdings.Open).ThenBy(r => model.Delay(Luck.Manager, model.Manager, id, r.Number)))
        {
            Refusal? refusal = null;
            Do(round => refusal = LeadLife.Assign(round, id, rep.Number, force: false, null));
            if (refusal is null)
            {
                return;
            }
        }

        Plan(Now + ManagerLooksAgain, new Deed(DeedKind.Manage, default, id, 0));
    }
}
