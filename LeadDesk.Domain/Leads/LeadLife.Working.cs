using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>What an owner does with a lead, and what somebody writes down in the shop.</summary>
public static partial class LeadLife
{
    /// <summary>The owner gives a lead back; within 60 s it is free a number of times a day, later or more often it counts as received.</summary>
    public static Refusal? Release(Round round, RepId person, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (SendBack(round, lead))
        {
            return null;
        }

        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var free = lane is not null
            && lead.TriesByOwner == 0
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
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        round.Emit(new LeadEvent.Closed(id, outcome, value) { Credits = outcome == Outcome.Won ? new(Credits.WinCredits.Of(round.Floor, lead, round.Now)) : default }, action);
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
        var paused = Paused(lead, lane, round.Now, until);
        round.Emit(new LeadEvent.Parked(id, until, lead.IsAnswered ? null : lane?.OwnersDue(until, (paused ?? lead.Due)?.Due), paused), action);
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
        DateTimeOffset Later(DateTimeOffset stamp) => stamp <= stopped || stamp == DateTimeOffset.MaxValue ? stamp : hours.After(until, hours.Between(stopped, stamp));
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
    public static Refusal? Relabel(Round round, RepId person, LeadId id, Facts facts, string? source = null, Guid? action = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        round.Emit(new LeadEvent.Relabelled(id, facts, source), action);
        round.Emit(new LeadEvent.Lost(id, person, LossWay.Relabelled, Strike: true, null));
        if (lead.Bounces + 1 < MostBounces)
        {
            Engine.Route(round, id, WaitCause.Relabelled);
        }

        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>Somebody came into the shop: the lead belongs to whoever wrote it down, and was met in person. `known` served this customer before.</summary>
    public static void WalkIn(Round round, RepId person, LeadId id, Facts facts, RepId? known = null)
    {
        ArgumentNullException.ThrowIfNull(round);
        round.Emit(new LeadEvent.Received(id, WalkInSource, facts, round.Now, LeadState.Waiting, null, known));
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
}
