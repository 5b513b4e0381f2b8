using System.Collections.Immutable;
using System.Diagnostics;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Floor;

/// <summary>The one fold: what an event does to the floor.</summary>
public sealed partial record SalesFloor
{
    /// <summary>The floor after the next event of the log.</summary>
    public SalesFloor After(Stamped stamped)
    {
        ArgumentNullException.ThrowIfNull(stamped);
        if (stamped.Seq != Seq + 1)
        {
            throw new InvalidOperationException($"Event {stamped.Seq} cannot follow {Seq}.");
        }

        var floor = Forget(stamped.At) with { Seq = stamped.Seq, At = stamped.At };
        floor = stamped.Event switch
        {
            LeadEvent.Undone e => floor.Undo(stamped.ActionId!.Value, e.Seq),
            LeadEvent e => floor.AfterLead(e, stamped),
            FloorEvent.PlanPublished e => floor with { Plan = new LanePlan(e.Plan), LaneMarks = floor.LaneMarks.SetItems(e.Plan.Lanes.Select(l => KeyValuePair.Create(MarkKey(l.Key, l.Version), new LaneMark(l.Name, l.Names)))) },
            FloorEvent.RulesProposed e => floor.Propose(e, stamped),
            FloorEvent.ProposalClosed e => floor.Answer(e, stamped),
            FloorEvent.RulesSeen e => floor.See(e.Rep, e.UpTo),
            FloorEvent.PersonSet e => floor.Put(e, stamped),
            FloorEvent.DayOpened e => floor with { Day = e.Day, Secret = e.Secret },
            FloorEvent.PresenceSet e => floor.WithUndo(stamped, null, floor.Person(e.Rep)).Change(e.Rep, r => r with
            {
                Presence = e.Presence,
                PresenceSince = stamped.At,
                PresenceCause = e.Cause,
                MissedInRow = 0,
                ChangedSeq = stamped.Seq,
            }),
            FloorEvent.OptInSet e => floor.WithUndo(stamped, null, floor.Person(e.Rep)).Change(e.Rep, r => r with { OptIns = r.OptIns.SetItem(e.Lane, e.OptIn), ChangedSeq = stamped.Seq }),
            FloorEvent.ConnectionChanged e => floor.Change(e.Rep, r => r with { Connected = e.Connected }),
            FloorEvent.IntakePaused e => floor.Pause(new Pause(e.Scope, floor.Pauses.FirstOrDefault(p => p.Scope == e.Scope)?.Since ?? stamped.At, e.Until, stamped.Actor.Rep, stamped.Seq)),
            FloorEvent.IntakeResumed e => floor with { Pauses = floor.Pauses.RemoveAll(p => p.Scope == e.Scope) },
            FloorEvent.DeviceApproved or FloorEvent.DeviceRevoked or FloorEvent.PersonSwitched or FloorEvent.WallHung or FloorEvent.WallTakenDown => floor,
            FloorEvent.PersonUndone e => floor.Undo(stamped.ActionId!.Value, e.Seq),
            FloorEvent.Exported => floor,
            _ => throw new UnreachableException($"No floor knows {stamped.Event.GetType().Name}."),
        };
        if (stamped.Actor.Rep is { } actor && actor.Number <= floor.People.Length)
        {
            // Whoever publishes rules has seen them.
            floor = floor.Change(actor, r => r with { LastActionAt = stamped.At, RulesSeen = stamped.Event is FloorEvent.PlanPublished ? stamped.Seq : r.RulesSeen });
        }

        return stamped.Kept is { } kept ? floor with { Keys = floor.Keys.Add(kept.Key, kept, stamped.At) } : floor;
    }

    private SalesFloor Forget(DateTimeOffset now)
    {
        var (closed, gone) = Closed.At(now);
        var (keys, _) = Keys.At(now);
        var (undoables, _) = Undoables.At(now);
        return ReferenceEquals(closed, Closed) && ReferenceEquals(keys, Keys) && ReferenceEquals(undoables, Undoables)
            ? this
            : this with { Closed = closed, Leads = Leads.RemoveRange(gone), Keys = keys, Undoables = undoables };
    }

    private SalesFloor AfterLead(LeadEvent step, Stamped stamped)
    {
        var before = Find(step.Lead);
        var after = LeadFold.Apply(before, step, stamped);
        after = step is LeadEvent.Taken taken ? after with { Coach = CoachOf(taken.Rep) } : after;
        return Index(before, after).Finish(before, after).Work(before, after).WithUndo(stamped, before, null, after.Version).Account(before, step, stamped).Observe(before, step, stamped);
    }

    private RepId? CoachOf(RepId owner) => Person(owner).Terms.CoachBeside is { } coach && coach != owner && Person(coach).Terms.Active ? coach : null;

    /// <summary>Ledgers, counts and people's tallies: everything that a lead's step does beside the lead.</summary>
    private SalesFloor Account(Lead? before, LeadEvent step, Stamped stamped)
    {
        var day = DayOf(stamped.At);
        switch (step)
        {
            case LeadEvent.Offered e:
                return Book(e.Entry).Deal(e.Rep, e.Entry, e.Receipt).Expect(Expectation.Of(e.Receipt, stamped.Seq, stamped.At), 1).Change(e.Rep, r => r with { Today = On(r, day) with { Offered = On(r, day).Offered + 1 } });
            case LeadEvent.OfferEnded e:
                var ended = Strike(before!.Entry).Expect(before.Expectation, -1).Change(e.Rep, r => e.Why switch
                {
                    OfferEnd.Passed => r with { MissedInRow = 0, Today = On(r, day) with { Passed = On(r, day).Passed + 1 } },
                    OfferEnd.TimedOut => r with { MissedInRow = r.MissedInRow + 1, Today = On(r, day) with { Passed = On(r, day).Passed + 1 } },
                    _ => r,
                });
                return ended;
            case LeadEvent.Taken e:
                var lane = before!.Stay?.Lane ?? "";
                var taken = e.Entry is { } entry ? Book(entry) : this;
                taken = e is { Way: TakeWay.Pushed, Entry: { } dealt, Receipt: { } receipt } ? taken.Deal(e.Rep, dealt, receipt) : taken;
                taken = taken.Expect(Expectation.Of(e.Receipt, stamped.Seq, stamped.At), 1).Take(e.Receipt?.Lane ?? before.Expectation?.Lane, e.Rep, 1);
                // What comes back to whoever warmed it up, or had it before its next touch, counted as theirs already.
                return IsBack(e.Way) ? Handled(e.Rep, stamped.Seq) : taken.Change(e.Rep, r => r with
                {
                    LastHandled = stamped.Seq,
                    MissedInRow = 0,
                    Today = On(r, day) with { Taken = On(r, day).Taken + 1 },
                    ThisDay = r.ThisDay.Add(day.Day, 1),
                    ThisWeek = r.ThisWeek.Add(day.Week, 1),
                    ThisMonth = r.ThisMonth.Add(day.Month, 1),
                    PerLane = r.PerLane.SetItem(lane, r.PerLane.GetValueOrDefault(lane).Add(day.Day, 1)),
                    Track = TrackRecord.Add(r.Track, day.Day, before.Source, TrackRecord.Received(r, e.Way)),
                });
            case LeadEvent.Lost e:
                var lost = e.Strike ? Strike(before!.Entry).Expect(before.Expectation, -1).Take(before.Expectation?.Lane, e.Rep, -1) : this;
                var key = before!.Stay?.Lane ?? "";
                // A relabel and the loss are one step.
                return lost.Handled(e.Rep, e.Way == LossWay.Relabelled ? before.LastSeq : stamped.Seq).Change(e.Rep, r => e.Way switch
                {
                    LossWay.Released when e.Strike => (IsBack(before.Gist?.Way) ? r : Uncount(r, key, DayOf(before.OwnedAt!.Value))) with { FreeReleases = r.FreeReleases.SetItem(key, r.FreeReleases.GetValueOrDefault(key).Add(day.Day, 1)) },
                    LossWay.Relabelled when !IsBack(before.Gist?.Way) => Uncount(r, key, DayOf(before.OwnedAt!.Value)) with { Track = TrackRecord.Add(r.Track, DayOf(before.OwnedAt!.Value).Day, before.Source, TrackRecord.Received(r, before.Gist?.Way).TakenBack()) },
                    LossWay.Reclaimed when Plan.Find(key)?.Lane.CoolDownSeconds is > 0 and var seconds =>
                        r with { CoolDowns = r.CoolDowns.SetItem(key, stamped.At.AddSeconds(seconds)) },
                    _ => r,
                });
            case LeadEvent.Attempted e:
                var handled = Handled(e.Rep, stamped.Seq);
                return before is { IsAnswered: false } ? handled with { Answers = handled.Answers.Count(handled, handled.Leads[step.Lead], 1) } : handled;
            case LeadEvent.OwnerInformed e:
                return Change(e.Rep, r => r with { CameBack = (r.CameBack.Length < 10 ? r.CameBack : r.CameBack.RemoveAt(0)).Add(new BackAgain(e.Lead, stamped.At)) });
            // Until a manager has decided, its entry has to be at hand.
            case LeadEvent.Closed when Leads[step.Lead].CreditBack == CreditBack.Asked:
                return Handled(before!.Owner!.Value, stamped.Seq);
            case LeadEvent.CreditDecided e:
                var decided = this with { Closed = Closed.Add(step.Lead, true, stamped.At) };
                var received = before!;
                return e.Approved
                    ? decided.Strike(received.Entry).Expect(received.Expectation, -1).Take(received.Expectation?.Lane, e.Rep, -1)
                        .Change(e.Rep, r => IsBack(received.Gist?.Way) ? r : Uncount(r, received.Stay?.Lane ?? "", DayOf(received.OwnedAt!.Value)) with { Track = TrackRecord.Add(r.Track, DayOf(received.OwnedAt!.Value).Day, received.Source, TrackRecord.Received(r, received.Gist?.Way).TakenBack()) })
                    : decided;
            // Until its next touch it has to be at hand.
            case LeadEvent.Closed { Touch: not null }:
                return Handled(before!.Owner!.Value, stamped.Seq);
            case LeadEvent.Stopped:
                return this with { Closed = Closed.Add(step.Lead, true, stamped.At) };
            case LeadEvent.Closed e:
                return (before!.Owner is { } closer ? Handled(closer, stamped.Seq).Won(closer, e, before, day, 1) : this) with { Closed = Closed.Add(step.Lead, true, stamped.At) };
            case LeadEvent.Received when Leads[step.Lead].IsClosed:
                return this with { Closed = Closed.Add(step.Lead, true, stamped.At) };
            default:
                return this;
        }
    }

    private static bool IsBack(TakeWay? way) => way is TakeWay.SentBack or TakeWay.CameBack;

    private static Rep Uncount(Rep rep, string lane, CalendarDay day) => rep with
    {
        Today = rep.Today.Day == day.Day ? rep.Today with { Taken = rep.Today.Taken - 1 } : rep.Today,
        ThisDay = rep.ThisDay.TakeBack(day.Day),
        ThisWeek = rep.ThisWeek.TakeBack(day.Week),
        ThisMonth = rep.ThisMonth.TakeBack(day.Month),
        PerLane = rep.PerLane.SetItem(lane, rep.PerLane.GetValueOrDefault(lane).TakeBack(day.Day)),
    };

    private static DayCount On(Rep rep, CalendarDay day) => rep.Today.Day == day.Day ? rep.Today : DayCount.On(day.Day);

    private SalesFloor Book(Entry entry) => this with { Ledgers = Ledgers.SetItem(entry.Lane, LedgerOf(entry.Lane).Book(entry)) };

    private SalesFloor Strike(Entry? entry) =>
        entry is null ? this : (this with { Ledgers = Ledgers.SetItem(entry.Lane, LedgerOf(entry.Lane).Strike(entry)) })
            .Change(entry.Receiver, r => r.Turns.TryGetValue(entry.Lane, out var turn) && turn.Strike(entry.Number) is var struck && struck != turn ? r with { Turns = r.Turns.SetItem(entry.Lane, struck) } : r);

    /// <summary>The desk dealt a turn; those whose turn was passed over and is kept are remembered.</summary>
    private SalesFloor Deal(RepId rep, Entry entry, Receipt receipt)
    {
        var floor = Change(rep, r => r with { Turns = r.Turns.SetItem(entry.Lane, r.TurnIn(entry.Lane).Deal(entry.Number, receipt.Ground == Ground.KeptTurn)) });
        return receipt.Kept is { } kept
            ? kept.Aggregate(floor, (f, missed) => f.Change(missed, r => r with { Turns = r.Turns.SetItem(entry.Lane, r.TurnIn(entry.Lane) with { Owed = true }) }))
            : floor;
    }

    /// <summary>A win counts for its closer (1) or does not any more (-1).</summary>
    private SalesFloor Won(RepId rep, LeadEvent.Closed closed, Lead lead, CalendarDay day, int sign) => closed.Outcome != Outcome.Won ? this : Change(rep, r =>
    {
        var cell = TrackRecord.Won(r, lead.Gist?.Way, closed.Value);
        return r with { Track = TrackRecord.Add(r.Track, day.Day, lead.Source, sign > 0 ? cell : cell.TakenBack()) };
    });

    private SalesFloor Handled(RepId rep, long seq) => Change(rep, r => r with { LastHandled = seq });

    /// <summary>Everybody who could have had it expects their part of it (1), or does not any more (-1).</summary>
    private SalesFloor Expect(Expectation? made, int sign)
    {
        if (made is null || made.Among.IsEmpty)
        {
            return this;
        }

        var part = sign * (DayExpected.Lead / made.Among.Length);
        return this with { Expected = Expected.Expect(DayOf(made.At).Day, made.Among, part), Tallies = Tallies.SetItem(made.Lane, TallyOf(made.Lane).Expect(made.Among, part)) };
    }

    private SalesFloor Take(string? lane, RepId rep, int leads) =>
        lane is null ? this : this with { Tallies = Tallies.SetItem(lane, TallyOf(lane).Take(rep, leads)) };

    private SalesFloor Change(RepId rep, Func<Rep, Rep> change) =>
        this with { People = People.SetItem(rep.Number - 1, change(People[rep.Number - 1])) };

    private SalesFloor Put(FloorEvent.PersonSet e, Stamped stamped)
    {
        if (e.Rep.Number <= People.Length)
        {
            return WithUndo(stamped, null, Person(e.Rep), agreed: true).Change(e.Rep, r => r with { Terms = e.Terms, OptIns = e.OptIn, ChangedSeq = stamped.Seq });
        }

        return e.Rep.Number == People.Length + 1
            ? this with { People = People.Add(new Rep { Number = e.Rep, Id = e.Id, Terms = e.Terms, OptIns = e.OptIn, PresenceSince = At, RulesSeen = stamped.Seq }) }
            : throw new InvalidOperationException($"Person {e.Rep} cannot follow {People.Length}.");
    }

    /// <summary>Remembers what was, for as long as the author may take it back.</summary>
    private SalesFloor WithUndo(Stamped stamped, Lead? lead, Rep? rep, long version = 0, bool agreed = false) =>
        stamped.ActionId is { } action && stamped.Actor.Rep is { } by
            ? this with
            {
                Undoables = Undoables.Add(action, UndoablesOf(action).Add(new Undoable(stamped.Seq, stamped.At, by, lead, rep is null ? null : rep with { Holdings = Holdings.None, Track = TrackRecord.Empty }, version)
                {
                    Agreed = agreed,
                    Handled = [.. new[] { lead?.Owner, lead is null ? null : Leads[lead.Id].Owner }.OfType<RepId>().Distinct().Select(r => new Handled(r, Person(r).LastHandled))],
                }), stamped.At)
            }
            : this;

    /// <summary>The changes of an action that may still be taken back: one, or each one of a bulk.</summary>
    public ImmutableArray<Undoable> UndoablesOf(Guid action) => Undoables.Find(action) is { IsDefault: false } changes ? changes : [];

    private SalesFloor Undo(Guid action, long seq)
    {
        var changes = UndoablesOf(action);
        var undo = changes.FirstOrDefault(u => u.Seq == seq) ?? throw new InvalidOperationException($"Nothing is known of event {seq} of action {action}.");
        var floor = this with { Undoables = changes.Length == 1 ? Undoables.Forget(action) : Undoables.Add(action, changes.Remove(undo), undo.At) };
        if (undo.Rep is { } person)
        {
            return floor.Change(person.Number, r => r with
            {
                Presence = person.Presence,
                PresenceSince = person.PresenceSince,
                PresenceCause = person.PresenceCause,
                OptIns = person.OptIns,
                Terms = undo.Agreed ? person.Terms : r.Terms,
                ChangedSeq = Seq,
            });
        }

        var now = floor.Leads[undo.Lead!.Id];
        var was = undo.Lead with { Version = now.Version + 1, LastSeq = Seq, LastAction = null };
        floor = (floor with { Closed = floor.Closed.Forget(was.Id) }).Index(now, was).Finish(now, was).Work(now, was).Unobserve(now, was, undo);
        floor = now.IsAnswered && !was.IsAnswered ? floor with { Answers = floor.Answers.Count(floor, now, -1) } : floor;
        floor = now.Entry is { } booked && booked.Number >= undo.Seq ? floor.Strike(booked) : floor;
        if (now.Expectation is { } made && made.Seq >= undo.Seq)
        {
            floor = floor.Expect(made, -1).Take(made.Lane, now.Owner!.Value, -1);
        }

        if (now.Bounces > was.Bounces && was.Owner is { } keeps)
        {
            floor = floor.GiveBack(keeps, was);
        }

        foreach (var handled in undo.Handled)
        {
            floor = floor.Change(handled.Rep, r => r.LastHandled == undo.Seq ? r with { LastHandled = handled.Seq } : r);
        }

        var day = floor.DayOf(undo.At);
        if (now.Outcome == Outcome.Won && was.Outcome is null && was.Owner is { } closer)
        {
            floor = floor.Won(closer, new LeadEvent.Closed(now.Id, Outcome.Won, now.WonValue), was, day, -1);
        }

        return now.Owner is { } owner && now.OwnedAt == undo.At && owner != was.Owner
            ? floor.Change(owner, r => Uncount(r, now.Stay?.Lane ?? "", day) with { Track = TrackRecord.Add(r.Track, day.Day, now.Source, TrackRecord.Received(r, now.Gist?.Way).TakenBack()) })
            : floor;
    }

    /// <summary>A label was right after all: its owner's turn, struck with it, counts again.</summary>
    private SalesFloor GiveBack(RepId owner, Lead lead)
    {
        var floor = lead.Entry is { } entry ? this with { Ledgers = Ledgers.SetItem(entry.Lane, LedgerOf(entry.Lane).Restore(entry)) } : this;
        floor = floor.Expect(lead.Expectation, 1).Take(lead.Expectation?.Lane, owner, 1);
        if (IsBack(lead.Gist?.Way))
        {
            return floor;
        }

        var day = floor.DayOf(lead.OwnedAt!.Value);
        return floor.Change(owner, r => r with
        {
            Today = r.Today.Day == day.Day ? r.Today with { Taken = r.Today.Taken + 1 } : r.Today,
            ThisDay = r.ThisDay.CountAgain(day.Day),
            ThisWeek = r.ThisWeek.CountAgain(day.Week),
            ThisMonth = r.ThisMonth.CountAgain(day.Month),
            PerLane = r.PerLane.SetItem(lead.Stay?.Lane ?? "", r.PerLane.GetValueOrDefault(lead.Stay?.Lane ?? "").CountAgain(day.Day)),
            Turns = lead is { Entry: { } dealt, Gist.Way: TakeWay.Accepted or TakeWay.Pushed } && r.Turns.TryGetValue(dealt.Lane, out var turn) ? r.Turns.SetItem(dealt.Lane, turn.Restore(dealt.Number)) : r.Turns,
            Track = TrackRecord.Add(r.Track, day.Day, lead.Source, TrackRecord.Received(r, lead.Gist?.Way)),
        });
    }

    /// <summary>Puts a lead where it belongs in every index, and takes it out of where it stood.</summary>
    internal SalesFloor Index(Lead? before, Lead after)
    {
        var floor = this with
        {
            Leads = Leads.SetItem(after.Id, after),
            Counts = (before is null ? Counts : Counts.Add(OpenCounts.Of(before), -1)).Add(OpenCounts.Of(after), 1),
            Agenda = Moved(Agenda, before is null ? null : Domain.Leads.Agenda.NextOf(before), Domain.Leads.Agenda.NextOf(after), after.Id),
            Urgency = Moved(Urgency, UrgencyOf(before), UrgencyOf(after), after.Id),
            CreditsAsked = Moved(CreditsAsked, CreditOf(before), CreditOf(after), after.Id),
            Later = Moved(Later, before?.Touch?.At, after.Touch?.At, after.Id),
            HeldLeads = Moved(HeldLeads, HeldOf(before), HeldOf(after), after.Id),
            Transfers = after.Transfer is { IsOpen: true } ? Transfers.Add(after.Id) : Transfers.Remove(after.Id),
        };
        floor = floor.Requeue(before, after).Repause(before, after).Ring(before, after).PutOff(before, after).Hand(before, after);
        if ((before?.WithManagersSince is null) != (after.WithManagersSince is null))
        {
            floor = floor with { WithManagers = after.WithManagersSince is null ? floor.WithManagers.Remove(after.Id) : floor.WithManagers.Add(after.Id) };
        }

        return floor;
    }

    private static DateTimeOffset? CreditOf(Lead? lead) => lead?.CreditBack == CreditBack.Asked ? lead.ClosedAt : null;

    private static DateTimeOffset? HeldOf(Lead? lead) =>
        lead is not null && OpenCounts.IsHeld(lead) ? lead.WithManagersSince ?? lead.Stay?.HeldSince : null;

    private static DateTimeOffset? UrgencyOf(Lead? lead) => lead switch
    {
        null or { IsClosed: true } => null,
        { IsAnswered: false, State: not LeadState.Parked } => lead.Due?.Due ?? lead.ReceivedAt,
        // After everything unanswered: a thousand years on, in the order of the next step.
        _ => MuchLater(lead.NextAt ?? lead.ReceivedAt),
    };

    private static DateTimeOffset MuchLater(DateTimeOffset at) => at.Year < 9000 ? at.AddYears(1000) : DateTimeOffset.MaxValue;

    private static ImmutableSortedSet<Moment<LeadId>> Moved(ImmutableSortedSet<Moment<LeadId>> set, DateTimeOffset? from, DateTimeOffset? to, LeadId lead)
    {
        if (from == to)
        {
            return set;
        }

        set = from is { } old ? set.Remove(new(old, lead)) : set;
        return to is { } now ? set.Add(new(now, lead)) : set;
    }

    private SalesFloor Requeue(Lead? before, Lead after)
    {
        var from = PlaceOf(before);
        var to = PlaceOf(after);
        if (from == to)
        {
            return this;
        }

        var queues = Backlogs;
        if (from is { } old)
        {
            queues = queues.SetItem(old.Lane, queues[old.Lane].Remove(old.Group, old.Key));
        }

        if (to is { } now)
        {
            queues = queues.SetItem(now.Lane, queues.GetValueOrDefault(now.Lane, Backlog.Empty).Add(now.Group, now.Key));
        }

        return this with { Backlogs = queues };
    }

    // The order is the lane's as it was when the lead entered: a later edit of the lane takes its leads anew.
    private static (string Lane, QueueGroup Group, QueueKey Key)? PlaceOf(Lead? lead) =>
        lead is { State: LeadState.Waiting, Stay: { Paused: false } stay, IsClosed: false }
            ? (stay.Lane, new QueueGroup(stay.Ring, stay.OneByOne || !lead.Holders.IsEmpty, stay.HeldSince is not null), QueueKey.Of(lead, stay.Order))
            : null;

    /// <summary>Counted as it happens and written down with the person, so no index: a floor that is put together again must not count its closed leads once more.</summary>
    private SalesFloor Finish(Lead? before, Lead after) =>
        Ends(after) - Ends(before) is not 0 and var ended && after.Owner is { } by ? Change(by, r => r with { Finished = r.Finished + ended }) : this;

    private static int Ends(Lead? lead) => lead is { IsClosed: true, Outcome: Outcome.Won or Outcome.Lost or Outcome.Nurture } ? 1 : 0;

    private SalesFloor Ring(Lead? before, Lead after)
    {
        var was = before is { IsClosed: false, Alerted.IsEmpty: false } ? before.Stay!.Lane : null;
        var rings = after is { IsClosed: false, Alerted.IsEmpty: false } ? after.Stay!.Lane : null;
        if (was == rings)
        {
            return this;
        }

        var ringing = Ringing;
        ringing = was is null ? ringing : ringing.SetItem(was, ringing[was].Remove(after.Id));
        ringing = rings is null ? ringing : ringing.SetItem(rings, ringing.GetValueOrDefault(rings, ImmutableSortedSet<LeadId>.Empty).Add(after.Id));
        return this with { Ringing = ringing };
    }

    private SalesFloor PutOff(Lead? before, Lead after)
    {
        var (was, then) = (before?.Touch?.At, before?.Owner);
        var (comes, owner) = (after.Touch?.At, after.Owner);
        if (was == comes && then == owner)
        {
            return this;
        }

        var floor = was is { } from && then is { } had ? Change(had, r => r with { Holdings = r.Holdings.NotLater(after.Id, from) }) : this;
        return comes is { } at && owner is { } has ? floor.Change(has, r => r with { Holdings = r.Holdings.Later(after.Id, at) }) : floor;
    }

    /// <summary>Into and out of people's hands: holdings and the one open offer.</summary>
    private SalesFloor Hand(Lead? before, Lead after)
    {
        var floor = this;
        var had = before is { IsClosed: false } ? before.Owner : null;
        var has = after.IsClosed ? null : after.Owner;
        if (had is { } old && had != has)
        {
            floor = floor.Change(old, r => r with { Holdings = r.Holdings.Without(after.Id) });
        }

        if (has is { } owner && (had != has || Hold.Of(before!) != Hold.Of(after)))
        {
            floor = floor.Change(owner, r => r with { Holdings = r.Holdings.With(after.Id, Hold.Of(after)) });
        }

        if (before?.Offer?.Rep is { } offered && after.Offer?.Rep != offered)
        {
            floor = floor.Change(offered, r => r with { Offer = null });
        }

        return after.Offer?.Rep is { } asked && before?.Offer?.Rep != asked ? floor.Change(asked, r => r with { Offer = after.Id }) : floor;
    }
}
