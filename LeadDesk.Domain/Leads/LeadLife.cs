using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Leads;

/// <summary>The legal steps of a lead that people take, one function a verb. Null = done; otherwise the refusal, and nothing has happened.</summary>
public static partial class LeadLife
{
    public const int MostParked = 10;

    /// <summary>So many wrong labels, and a manager has to look.</summary>
    public const int MostBounces = 2;

    /// <summary>The source of what somebody wrote down in the shop.</summary>
    public const string WalkInSource = "walk-in";

    /// <summary>A rep gets the next lead of a pull lane without seeing it first. Without a lane: the first lane, in order, that has one for this rep.</summary>
    public static Refusal? Pull(Round round, RepId person, string? laneKey, out LeadId? taken)
    {
        ArgumentNullException.ThrowIfNull(round);
        taken = null;
        Refusal? first = null;
        var open = false;
        var rep = round.Floor.Person(person);
        foreach (var lane in round.Floor.Plan.Lanes)
        {
            if (lane.Method.Offer is not Distribution.Offering.BlindPool || (laneKey is not null && lane.Key != laneKey))
            {
                continue;
            }

            if (Eligibility.FirstFailure(round.Floor, rep, lane, null, round.Now, round.Today, Put.Self) is { } failure)
            {
                first ??= Refusal.Failed(failure.Test, person);
                continue;
            }

            open = true;
            if (Engine.NextFor(round, lane, rep) is { } lead)
            {
                Give(round, lane, lead, person, TakeWay.Pulled);
                taken = lead.Id;
                return null;
            }
        }

        return open || first is null ? new Refusal(RefusalCode.NothingWaiting) : first;
    }

    /// <summary>A rep takes a lead from a board or an alert, or one that everybody present has passed.</summary>
    public static Refusal? Claim(Round round, RepId person, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        var lead = round.Floor.Find(id);
        if (lead is null || !Visibility.MayBeTold(round.Floor, person, lead, round.Now, round.Today))
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead.Owner == person)
        {
            return null;
        }

        if (lead.Owner is { } owner)
        {
            return Refusal.Taken(owner, lead.OwnedAt!.Value, round.Now);
        }

        if (lead.IsClosed || round.Floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return new Refusal(RefusalCode.NotOffered);
        }

        var rep = round.Floor.Person(person);
        var passedByAll = Visibility.IsPassedByAll(round.Floor, lane, lead, person, round.Now, round.Today);
        var isOpen = lead.Alerted.ContainsKey(person) || (lead.State == LeadState.Waiting && lane.Method.Offer.IsBoard);
        if (!passedByAll && !isOpen)
        {
            return new Refusal(RefusalCode.NotOffered);
        }

        if (lead.Alerted.TryGetValue(person, out var since) && (round.Now - since).TotalMilliseconds < lane.Lane.AlertMinMs)
        {
            return new Refusal(RefusalCode.TooEarly) { At = since.AddMilliseconds(lane.Lane.AlertMinMs) };
        }

        if (Eligibility.FirstFailure(round.Floor, rep, lane, lead, round.Now, round.Today, Put.Self) is { } failure && !(passedByAll && failure.Test == Test.E10))
        {
            return Refusal.Failed(failure.Test, person);
        }

        Give(round, lane, lead, person, TakeWay.Claimed);
        return null;
    }

    /// <summary>A rep takes up an exclusive offer. `arrived` is when the command reached the desk: in time is in time, however long it waited.</summary>
    public static Refusal? Accept(Round round, RepId person, LeadId id, DateTimeOffset arrived)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (OfferTo(round, person, id, arrived, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (lead.Owner == person)
        {
            return null;
        }

        if (round.Floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return new Refusal(RefusalCode.OfferEnded);
        }

        if (Eligibility.FirstFailure(round.Floor, round.Floor.Person(person), lane, lead, round.Now, round.Today, Put.Accept) is { } failure)
        {
            return Refusal.Failed(failure.Test, person);
        }

        round.Emit(new LeadEvent.Taken(id, person, TakeWay.Accepted, lane.OwnersDue(round.Now, lead.Due?.Due), null, null, Forced: false));
        return null;
    }

    /// <summary>A rep lets an offer go to the next, without shame.</summary>
    public static Refusal? Pass(Round round, RepId person, LeadId id, DateTimeOffset arrived)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (OfferTo(round, person, id, arrived, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (lead.Owner == person)
        {
            return null;
        }

        Clockwork.EndOffer(round, lead, OfferEnd.Passed);
        return null;
    }

    /// <summary>More time on an exclusive offer: +60 s, as often as the lane allows, never past 80 % of the customer's window.</summary>
    public static Refusal? MoreTime(Round round, RepId person, LeadId id, DateTimeOffset arrived)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (OfferTo(round, person, id, arrived, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (lead.Offer is not { } offer)
        {
            return new Refusal(RefusalCode.WrongState);
        }

        var until = MoreTimeUntil(round.Floor, lead);
        if (until is null)
        {
            return new Refusal(RefusalCode.NoMoreTime);
        }

        round.Emit(new LeadEvent.OfferExtended(id, until.Value, Asked: true));
        return offer.Rep == person ? null : throw new InvalidOperationException("Somebody else's offer was extended.");
    }

    /// <summary>Until when an open offer may be prolonged; null when not.</summary>
    public static DateTimeOffset? MoreTimeUntil(SalesFloor floor, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        if (lead.Offer is not { } offer || floor.Plan.Find(lead.Stay?.Lane) is not { } lane || offer.MoreTimes >= lane.Lane.MoreTime)
        {
            return null;
        }

        var until = offer.ExpiresAt.AddSeconds(60);
        if (lead.Due is { } due && due.Due < DateTimeOffset.MaxValue
            && lane.Hours.After(due.From, lane.Hours.Between(due.From, due.Due) * 0.8) is var limit && limit < until)
        {
            until = limit;
        }

        return until > offer.ExpiresAt ? until : null;
    }

    /// <summary>The owner gives a lead back; within 60 s it is free a number of times a day, later or more often it counts as received.</summary>
    public static Refusal? Release(Round round, RepId person, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var free = lane is not null
            && !lead.IsAnswered
            && round.Now - lead.OwnedAt < TimeSpan.FromSeconds(60)
            && round.Floor.Person(person).FreeReleases.GetValueOrDefault(lane.Key).On(round.Today.Day) < lane.Lane.FreeReleasesPerDay;
        Lose(round, lead, LossWay.Released, free);
        return null;
    }

    /// <summary>Logs a human attempt; the first one stops the clocks.</summary>
    public static Refusal? Attempt(Round round, RepId person, LeadId id, Channel channel, AttemptResult result, DateTimeOffset? nextAt, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out _) is { } refusal)
        {
            return refusal;
        }

        round.Emit(new LeadEvent.Attempted(id, person, channel, result, nextAt), action);
        Engine.DispatchAll(round);
        return null;
    }

    public static Refusal? Close(Round round, RepId person, LeadId id, Outcome outcome, decimal? value, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out _) is { } refusal)
        {
            return refusal;
        }

        round.Emit(new LeadEvent.Closed(id, outcome, value), action);
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>The customer asked to wait: the lead uses no place until then, and an owner's due that still ran begins anew.</summary>
    public static Refusal? Park(Round round, RepId person, LeadId id, DateTimeOffset until, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (lead.State != LeadState.Parked && round.Floor.Person(person).Holdings.Parked >= MostParked)
        {
            return new Refusal(RefusalCode.TooManyParked);
        }

        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        round.Emit(new LeadEvent.Parked(id, until, lead.IsAnswered ? null : lane?.OwnersDue(until, null), Paused(lead, lane, round.Now, until)), action);
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>The customer's due with what was left of it beginning again at `until`; the wait is the customer's own wish and nobody's lateness.</summary>
    private static Clocks.Window? Paused(Lead lead, LaneRules? lane, DateTimeOffset now, DateTimeOffset until)
    {
        if (lead.Due is not { } due || lead.IsAnswered || lead.LateAt is not null)
        {
            return null;
        }

        // Parked once more: it stood still already until the time before.
        var stopped = lead.ParkedUntil is { } earlier && earlier > now ? earlier : now;
        var hours = lane?.Hours ?? Clocks.OpeningHours.Always;
        DateTimeOffset Later(DateTimeOffset stamp) => stamp <= stopped ? stamp : hours.After(until, hours.Between(stopped, stamp));
        return due with { Due = Later(due.Due), Warnings = [.. due.Warnings.Select(Later)] };
    }

    public static Refusal? Note(Round round, RepId person, LeadId id, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out _) is { } refusal)
        {
            return refusal;
        }

        round.Emit(new LeadEvent.Noted(id), action);
        return null;
    }

    /// <summary>
    /// The label was wrong: the lead goes on under the right one, with its age, and the turn is given back. Whose label was found wrong
    /// twice goes to the managers.
    /// </summary>
    public static Refusal? Relabel(Round round, RepId person, LeadId id, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        round.Emit(new LeadEvent.Relabelled(id, facts));
        round.Emit(new LeadEvent.Lost(id, person, LossWay.Relabelled, Strike: true, null));
        if (lead.Bounces + 1 < MostBounces)
        {
            Engine.Route(round, id, WaitCause.Relabelled);
        }

        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>Somebody came into the shop: the lead belongs to whoever wrote it down, and was met in person.</summary>
    public static void WalkIn(Round round, RepId person, LeadId id, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(round);
        round.Emit(new LeadEvent.Received(id, WalkInSource, facts, round.Now, LeadState.Waiting, null, null));
        if (round.Floor.Plan.Choose(WalkInSource, facts) is { } lane)
        {
            round.Emit(new LeadEvent.Entered(id, lane.Begin(round.Now), lane.CustomersDue(round.Now), WaitCause.Received));
            Give(round, lane, round.Floor.Leads[id], person, TakeWay.WalkIn);
        }
        else
        {
            var due = Clocks.Window.Begin(round.Now, TimeSpan.FromMinutes(5), [], Clocks.OpeningHours.Always);
            round.Emit(new LeadEvent.ToManagers(id, due, WaitCause.NoLane));
            round.Emit(new LeadEvent.Taken(id, person, TakeWay.WalkIn, due, null, null, Forced: false));
        }

        round.Emit(new LeadEvent.Attempted(id, person, Channel.InPerson, AttemptResult.Reached, null));
    }

    /// <summary>A manager gives any open lead to anybody. Hard blocks need force, and the receipt says so.</summary>
    public static Refusal? Assign(Round round, LeadId id, RepId to, bool force, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Find(id) is not { } lead)
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead.IsClosed)
        {
            return new Refusal(RefusalCode.WrongState);
        }

        var rep = round.Floor.Person(to);
        if (!rep.Terms.Active || !rep.Terms.HoldsLeads)
        {
            return Refusal.Failed(Test.E1, to);
        }

        if (lead.Owner == to)
        {
            return null;
        }

        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var block = HardBlock(round, lane, lead, rep);
        if (block is { } test && !force)
        {
            return new Refusal(RefusalCode.NeedsForce) { Test = test, Person = to };
        }

        if (lead.Offer is { } offer)
        {
            round.Emit(new LeadEvent.OfferEnded(id, offer.Rep, OfferEnd.Reassigned));
        }

        // An owner from whom it is taken has lost it; the ledger keeps what they received.
        lead = round.Floor.Leads[id];
        var ownersDue = lane?.OwnersDue(round.Now, lead.Due?.Due) ?? Clocks.Window.Begin(round.Now, TimeSpan.FromMinutes(5), [], Clocks.OpeningHours.Always);
        if (lane is null)
        {
            round.Emit(new LeadEvent.Taken(id, to, TakeWay.Assigned, ownersDue, null, null, block is not null), action);
        }
        else
        {
            var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk);
            var receipt = Receipts.Chosen(lane, field, to) with { Forced = block };
            round.Emit(new LeadEvent.Taken(id, to, TakeWay.Assigned, ownersDue, PickEntry(round, lane, field, to), receipt, block is not null), action);
        }

        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>A manager puts a lead back into its lane.</summary>
    public static Refusal? Return(Round round, LeadId id, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Find(id) is not { } lead)
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead.IsClosed || lead.Owner is null)
        {
            return new Refusal(RefusalCode.WrongState);
        }

        Lose(round, lead, LossWay.Returned, strike: false, action);
        return null;
    }

    /// <summary>Takes an action back, whole: its author, within 15 seconds, if nothing else happened since to what it changed.</summary>
    public static Refusal? Undo(Round round, RepId person, Guid action)
    {
        ArgumentNullException.ThrowIfNull(round);
        var changes = round.Floor.UndoablesOf(action);
        if (changes.IsEmpty || !changes.All(undo => undo.By == person && round.Now - undo.At < Undoable.For && IsLastChange(round.Floor, undo)))
        {
            return new Refusal(RefusalCode.NotUndoable);
        }

        foreach (var undo in changes)
        {
            if (undo.Lead is { } was)
            {
                round.Emit(new LeadEvent.Undone(was.Id, undo.Seq), action);
            }
            else
            {
                round.Emit(new FloorEvent.PersonUndone(undo.Rep!.Number, undo.Seq), action);
                People.WithdrawOffer(round, undo.Rep.Number);
            }
        }

        Engine.DispatchAll(round);
        return null;
    }

    private static bool IsLastChange(SalesFloor floor, Undoable undo) =>
        (undo.Lead is { } was ? floor.Find(was.Id)?.LastSeq : floor.Person(undo.Rep!.Number).ChangedSeq) == undo.Seq;

    /// <summary>The owner loses a lead; it waits again in its lane, with its age, and goes to the next at once.</summary>
    internal static void Lose(Round round, Lead lead, LossWay way, bool strike, Guid? action = null)
    {
        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var stay = lane?.Begin(round.Now);
        if (stay is not null && lead.Stay is { } was)
        {
            stay = stay with { EnteredAt = was.EnteredAt };
        }

        round.Emit(new LeadEvent.Lost(lead.Id, lead.Owner!.Value, way, strike, stay), action);
        Engine.DispatchAll(round);
    }

    private static void Give(Round round, LaneRules lane, Lead lead, RepId to, TakeWay way)
    {
        var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Self);
        var entry = Entry.Alone(round.NextSeq, lane.Key, to, round.Floor.LedgerOf(lane.Key).Of(to).LastReceived);
        round.Emit(new LeadEvent.Taken(lead.Id, to, way, lane.OwnersDue(round.Now, lead.Due?.Due), entry, Receipts.Chosen(lane, field, to), Forced: false));
    }

    /// <summary>A manager's pick is shared by the eligible and the person picked.</summary>
    private static Entry PickEntry(Round round, LaneRules lane, Field field, RepId to)
    {
        var ledger = round.Floor.LedgerOf(lane.Key);
        var sharers = field.Eligible.Any(r => r.Number == to) ? field.Eligible : field.Eligible.Add(round.Floor.Person(to));
        var (_, slices) = FairShare.Shares(round.Floor, lane.Key, sharers, round.NextSeq);
        return new(round.NextSeq, lane.Key, slices, to, ledger.Of(to).LastReceived);
    }

    /// <summary>On the managers' list there is no lane to opt in to and no one who had it, but hours and places hold.</summary>
    private static Test? HardBlock(Round round, LaneRules? lane, Lead lead, Rep rep)
    {
        if (lane is not null && !rep.OptInTo(lane.Key).On)
        {
            return Test.E2;
        }

        if (rep.Terms.Shift is { } shift && !shift.IsOpen(round.Now))
        {
            return Test.E3;
        }

        var offered = rep.Offer is { } offer && offer != lead.Id ? 1 : 0;
        if (rep.Holdings.Open + offered >= rep.Terms.Places
            || (lane?.Lane.WipLimit is { } limit && rep.Holdings.PerLane.GetValueOrDefault(lane.Key) >= limit))
        {
            return Test.E5;
        }

        return lane is not null && lead.Excludes(rep.Number, lane.Lane.NoRepeat) ? Test.E10 : null;
    }

    private static Refusal? Own(Round round, RepId person, LeadId id, out Lead lead)
    {
        lead = round.Floor.Find(id)!;
        if (lead is null || !Visibility.MaySee(round.Floor, person, lead, round.Now, round.Today))
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead.Owner != person)
        {
            return new Refusal(RefusalCode.NotYours) { By = lead.Owner, At = lead.OwnedAt };
        }

        return lead.IsClosed ? new Refusal(RefusalCode.WrongState) : null;
    }

    private static Refusal? OfferTo(Round round, RepId person, LeadId id, DateTimeOffset arrived, out Lead lead)
    {
        lead = round.Floor.Find(id)!;
        if (lead is null || !Visibility.MayBeTold(round.Floor, person, lead, round.Now, round.Today))
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead.Owner == person)
        {
            return null;
        }

        if (lead.Owner is { } owner)
        {
            return Refusal.Taken(owner, lead.OwnedAt!.Value, round.Now, RefusalCode.OfferEnded);
        }

        if (lead.Offer?.Rep == person && arrived < lead.Offer.ExpiresAt)
        {
            return null;
        }

        var had = lead.Offer?.Rep == person || lead.Holders.Contains(person) || lead.Sights.Any(s => s.Rep == person);
        return new Refusal(had ? RefusalCode.OfferEnded : RefusalCode.NotOffered);
    }
}
