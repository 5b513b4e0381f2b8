using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Leads;

/// <summary>How a lead comes to a rep: pulled, claimed, or accepted.</summary>
public static partial class LeadLife
{
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

            // A lane that breaks is passed by: what waits in the others can be had all the same.
            var (got, refusal) = ((LeadId?)null, (Refusal?)null);
            if (!round.Try(null, lane, (r, l) => (got, refusal) = PullFrom(r, l, rep)))
            {
                continue;
            }

            if (got is not null)
            {
                taken = got;
                return null;
            }

            first ??= refusal;
            open |= refusal is null;
        }

        return open || first is null ? new Refusal(RefusalCode.NothingWaiting) : first;
    }

    private static (LeadId? Taken, Refusal? Refusal) PullFrom(Round round, LaneRules lane, Rep rep)
    {
        if (Eligibility.FirstFailure(round.Floor, rep, lane, null, round.Now, round.Today, Put.Self) is { } failure)
        {
            return (null, Refusal.Failed(failure.Test, rep.Number));
        }

        if (Engine.NextFor(round, lane, rep) is not { } lead)
        {
            return default;
        }

        Give(round, lane, lead, rep.Number, TakeWay.Pulled);
        return (lead.Id, null);
    }

    /// <summary>
    /// A rep takes a lead from a board or an alert, or one that everybody present has passed. In a lane with a photo finish the claim is a
    /// press: it stands, and who has the lead is decided when the window is over. Before `notBefore` this person has claimed more than the lane allows.
    /// </summary>
    public static Refusal? Claim(Round round, RepId person, LeadId id, Kept? retry = null, DateTimeOffset? notBefore = null)
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

        if (lead.Transfer?.Rings(person) == true)
        {
            return TakeOver(round, person, lead);
        }

        if (lead.Owner is not null)
        {
            return TakenBefore(lead, person, round.Now);
        }

        if (lead.IsClosed || round.Floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return new Refusal(RefusalCode.NotOffered);
        }

        var rep = round.Floor.Person(person);
        var passedByAll = Visibility.IsPassedByAll(round.Floor, lane, lead, person, round.Now, round.Today);
        var isOpen = lead.Alerted.ContainsKey(person) || (lead is { State: LeadState.Waiting, Stay.Paused: false } && lane.Method.Offer.IsBoard);
        if (!passedByAll && !isOpen)
        {
            return new Refusal(RefusalCode.NotOffered);
        }

        if (lead.Alerted.TryGetValue(person, out var since) && (round.Now - since).TotalMilliseconds < lane.Lane.AlertMinMs)
        {
            return new Refusal(RefusalCode.TooEarly) { At = since.AddMilliseconds(lane.Lane.AlertMinMs) };
        }

        if (notBefore > round.Now)
        {
            return new Refusal(RefusalCode.TooManyClaims) { At = notBefore };
        }

        // That they passed it themselves counts no more where everybody has; the tests after that one still do.
        var asked = passedByAll ? lead with { Holders = [] } : lead;
        if (Eligibility.FirstFailure(round.Floor, rep, lane, asked, round.Now, round.Today, Put.Self) is { } failure)
        {
            return Refusal.Failed(failure.Test, person);
        }

        if (lead.Offer is { } offer)
        {
            // Asked beside somebody who has longer: their offer ends without blame.
            round.Emit(new LeadEvent.OfferEnded(id, offer.Rep, OfferEnd.Withdrawn));
            Give(round, lane, round.Floor.Leads[id], person, TakeWay.Claimed);
            Engine.DispatchAll(round);
        }
        else if ((lane.Lane.PhotoFinishMs > 0 || lead.Finish is { IsOpen: true }) && lead.Alerted.ContainsKey(person))
        {
            // An open window is kept to its end, also where the rule has changed meanwhile.
            Press(round, lane, lead, person, retry);
        }
        else
        {
            Give(round, lane, lead, person, TakeWay.Claimed);
        }

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

        round.Emit(new LeadEvent.Taken(id, person, TakeWay.Accepted, lane.OwnersDue(round.Now, lead.Due?.Due), null, null, Forced: false) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now), Check = lane.SlowCheck(round.Now) });

        // Their offer is over: they may be asked for the next one.
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>A rep lets an offer go to the next, without shame, or a customer on the line to another senior.</summary>
    public static Refusal? Pass(Round round, RepId person, LeadId id, DateTimeOffset arrived)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Find(id) is { } rung && rung.Transfer?.Rings(person) == true)
        {
            Decline(round, person, rung);
            return null;
        }

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
        if (lane.LastOffer(lead.Due) is { } limit && limit < until)
        {
            until = limit;
        }

        return until > offer.ExpiresAt ? until : null;
    }

    private static void Give(Round round, LaneRules lane, Lead lead, RepId to, TakeWay way)
    {
        var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Self);
        round.Emit(new LeadEvent.Taken(lead.Id, to, way, lane.OwnersDue(round.Now, lead.Due?.Due), Alone(round, lane, to), Receipts.Chosen(lane, field, to), Forced: false) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now), Check = lane.SlowCheck(round.Now) });
    }

    /// <summary>The next entry, with its receiver alone in it: no balance moves.</summary>
    private static Entry Alone(Round round, LaneRules lane, RepId to) =>
        Entry.Alone(round.NextSeq, lane.Key, to, round.Floor.LedgerOf(lane.Key).Of(to).LastReceived);

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
