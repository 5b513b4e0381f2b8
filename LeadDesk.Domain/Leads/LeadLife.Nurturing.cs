using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>Leads that are not for now: they come back on their day, unless their customer wants to hear nothing more.</summary>
public static partial class LeadLife
{
    /// <summary>Not now: it uses no place and comes back at a time (UTC), to its owner first or, pooled, to whoever the rules say.</summary>
    public static Refusal? Nurture(Round round, RepId person, LeadId id, DateTimeOffset at, bool pooled, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out _) is { } refusal)
        {
            return refusal;
        }

        round.Emit(new LeadEvent.Closed(id, Outcome.Nurture, null) { Touch = new NextTouch(at, pooled ? null : person) }, action);
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>The customer wants to hear nothing more, on any channel: its owner, whoever was to have it again, or a manager ends the lead for good.</summary>
    public static Refusal? Stop(Round round, RepId person, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Find(id) is not { } lead || !Visibility.MaySee(round.Floor, person, lead, round.Now, round.Today))
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead.Owner != person && !round.Floor.Person(person).Terms.LeadsTheFloor)
        {
            return new Refusal(RefusalCode.NotYours) { By = lead.Owner, At = lead.OwnedAt };
        }

        if (lead.StoppedAt is not null)
        {
            return null;
        }

        if (lead is { IsClosed: true, Touch: null })
        {
            return new Refusal(RefusalCode.WrongState);
        }

        if (lead.Offer is { } offer)
        {
            round.Emit(new LeadEvent.OfferEnded(id, offer.Rep, OfferEnd.Withdrawn));
        }

        round.Emit(new LeadEvent.Stopped(id));
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>
    /// A lead that was not for then is here again. Whoever was to have it has it at once if they are here and could take it; else it goes
    /// the way of its rules as a known customer's, they hear of it, and helped whoever wins.
    /// </summary>
    public static void BringBack(Round round, Lead lead, bool byCustomer)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lead);
        var (id, to) = (lead.Id, lead.Touch?.To);
        var lane = HomeOf(round.Floor, lead);
        round.Emit(new LeadEvent.TouchCame(id, byCustomer));
        lead = round.Floor.Leads[id];
        if (to is { } first && lane is not null && lane.Hours.IsOpen(round.Now) && !round.Floor.IsKept(lead, lane.Key)
            && Eligibility.FirstFailure(round.Floor, round.Floor.Person(first), lane, lead with { Stay = lane.Begin(round.Now) }, round.Now, round.Today, Put.Self) is null)
        {
            round.Emit(new LeadEvent.Entered(id, lane.Begin(round.Now), lead.Due is null ? lane.CustomersDue(lead.RunsFrom) : null, WaitCause.NextTouch));
            var field = Field.Of(round.Floor, lane, round.Floor.Leads[id], round.Now, round.Today, Put.Self);
            round.Emit(new LeadEvent.Taken(id, first, TakeWay.CameBack, lane.OwnersDue(round.Now, lead.Due?.Due), null, Receipts.Chosen(lane, field, first), Forced: false) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now), Check = lane.SlowCheck(round.Now) });
            return;
        }

        if (to is { } missed && round.Floor.Person(missed).Terms.Active)
        {
            round.Emit(new LeadEvent.OwnerInformed(id, missed));
        }

        Engine.Route(round, id, WaitCause.NextTouch);
        Engine.DispatchAll(round);
    }

    /// <summary>The lane it was in, or the one its rules say now; a pool for second chances keeps its former owners out, and a blend keeps nothing.</summary>
    private static LaneRules? HomeOf(SalesFloor floor, Lead lead) =>
        floor.Plan.Find(lead.Stay?.Lane) is { Method: { Rescues: false, Offer: not Stages } } was ? was
        : floor.Plan.Choose(lead.Source, lead.Facts) is { Method: { Rescues: false, Offer: not Stages } } now ? now
        : null;
}
