using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>How a customer who was warmed up comes to a senior: live, or at a time they agreed on.</summary>
public static partial class LeadLife
{
    /// <summary>The owner has the customer on the line and rings at the seniors' desks; where none is free, the owner is told at once.</summary>
    public static Refusal? Transfer(Round round, RepId person, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (lead.Transfer is { IsOpen: true })
        {
            return null;
        }

        if (round.Floor.Plan.Find(lead.Stay?.Lane) is not { Method.WarmsUp: true } lane || WarmUp.IsSenior(round.Floor.Person(person), lane))
        {
            return new Refusal(RefusalCode.WrongState);
        }

        round.Emit(new LeadEvent.Attempted(id, person, Channel.Call, AttemptResult.Reached, null));
        var ready = WarmUp.Ready(round, lane, round.Floor.Leads[id]);
        round.Emit(new LeadEvent.TransferRang(id, round.Now.AddSeconds(lane.Of(WarmUp.TransferSeconds)), new(ready)));
        if (ready.IsEmpty)
        {
            round.Emit(new LeadEvent.TransferEnded(id, TransferEnd.NobodyFree));
        }

        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>The customer hung up, or the owner goes on alone.</summary>
    public static Refusal? CallOff(Round round, RepId person, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (lead.Transfer is { IsOpen: true })
        {
            round.Emit(new LeadEvent.TransferEnded(id, TransferEnd.CalledOff));
        }

        return null;
    }

    /// <summary>The customer agreed to be called by a senior then: it is theirs from now on, and waits until that moment.</summary>
    public static Refusal? Book(Round round, RepId person, LeadId id, RepId to, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (round.Floor.Plan.Find(lead.Stay?.Lane) is not { Method.WarmsUp: true } lane || !lead.IsAnswered)
        {
            return new Refusal(RefusalCode.WrongState);
        }

        if (!WarmUp.IsFree(round.Floor, lane, lead, round.Floor.Person(to), at, round.Now))
        {
            return new Refusal(RefusalCode.SlotTaken);
        }

        Warm(round, lane, lead, to, TakeWay.Booked);
        round.Emit(new LeadEvent.Parked(id, at, null, null));
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>A senior takes the customer on the line.</summary>
    private static Refusal? TakeOver(Round round, RepId person, Lead lead)
    {
        if (round.Floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return new Refusal(RefusalCode.NotOffered);
        }

        if (Eligibility.FirstFailure(round.Floor, round.Floor.Person(person), lane, lead, round.Now, round.Today, Put.Transfer) is { } failure)
        {
            return Refusal.Failed(failure.Test, person);
        }

        Warm(round, lane, lead, person, TakeWay.Transferred);
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>A senior lets the customer on the line go to another; once all have, the owner has to go on.</summary>
    private static void Decline(Round round, RepId person, Lead lead)
    {
        round.Emit(new LeadEvent.TransferDeclined(lead.Id, person));
        if (round.Floor.Leads[lead.Id].Transfer is { } transfer && transfer.To.All(transfer.Declined.Contains))
        {
            round.Emit(new LeadEvent.TransferEnded(lead.Id, TransferEnd.Declined));
        }
    }

    /// <summary>A senior gives back what was warmed up for them: it returns to whoever did, with the reason, if they are here.</summary>
    private static bool SendBack(Round round, Lead lead)
    {
        if (lead.WarmedBy is not { } by || round.Floor.Plan.Find(lead.Stay?.Lane) is not { } lane
            || round.Floor.Person(by) is not { Terms: { Active: true, HoldsLeads: true }, Presence: Presence.Available or Presence.WithCustomer })
        {
            return false;
        }

        var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk);
        round.Emit(new LeadEvent.Taken(lead.Id, by, TakeWay.SentBack, lane.OwnersDue(round.Now, lead.Due?.Due), null, Receipts.Chosen(lane, field, by), Forced: false) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now) });
        Engine.DispatchAll(round);
        return true;
    }

    private static void Warm(Round round, LaneRules lane, Lead lead, RepId to, TakeWay way)
    {
        var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Transfer);
        round.Emit(new LeadEvent.Taken(lead.Id, to, way, lane.OwnersDue(round.Now, lead.Due?.Due), Alone(round, lane, to), Receipts.Chosen(lane, field, to), Forced: false) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now) });
    }
}
