using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Leads;

/// <summary>How a lead is moved by hand: by a manager to anybody or back into its lane, by its owner to a colleague.</summary>
public static partial class LeadLife
{
    /// <summary>A manager gives any open lead to anybody. Hard blocks need force, and the receipt says so.</summary>
    public static Refusal? Assign(Round round, LeadId id, RepId to, bool force, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (AssignOne(round, id, to, force, action) is { } refusal)
        {
            return refusal;
        }

        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>
    /// A manager gives several leads to one person, in this order; what cannot be given does not stop the others. What became free is shared
    /// out once, after the last: in between it would pull at leads that are still to be given.
    /// </summary>
    public static ImmutableArray<Refusal?> AssignMany(Round round, IReadOnlyList<LeadId> ids, RepId to, bool force, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(ids);
        var before = round.Events.Count;
        ImmutableArray<Refusal?> given = [.. ids.Select(id => AssignOne(round, id, to, force, action))];
        if (round.Events.Count > before)
        {
            Engine.DispatchAll(round);
        }

        return given;
    }

    private static Refusal? AssignOne(Round round, LeadId id, RepId to, bool force, Guid? action)
    {
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
        if (lane is not null && !Eligibility.IsLicensed(rep, lane, lead))
        {
            return Refusal.Failed(Test.E7, to);
        }

        var block = HardBlock(round, lane, lead, rep);
        if (block is { } test && !force)
        {
            return new Refusal(RefusalCode.NeedsForce) { Test = test, Person = to };
        }

        if (lead.Offer is { } offer)
        {
            round.Emit(new LeadEvent.OfferEnded(id, offer.Rep, OfferEnd.Reassigned));
        }

        Move(round, id, to, TakeWay.Assigned, block, action);
        return null;
    }

    /// <summary>The owner hands a lead to a colleague who is here and could be given it; it counts as received by the colleague too.</summary>
    public static Refusal? HandOver(Round round, RepId person, LeadId id, RepId to, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Own(round, person, id, out var lead) is { } refusal)
        {
            return refusal;
        }

        if (to == person)
        {
            return null;
        }

        var rep = round.Floor.Person(to);
        var block = !rep.Terms.Active || !rep.Terms.HoldsLeads ? Test.E1
            : rep.Presence is not (Presence.Available or Presence.WithCustomer) ? Test.E4
            : round.Floor.Plan.Find(lead.Stay?.Lane) is { } asks && !Eligibility.IsLicensed(rep, asks, lead) ? Test.E7
            : HardBlock(round, round.Floor.Plan.Find(lead.Stay?.Lane), lead, rep);
        if (block is { } test)
        {
            return Refusal.Failed(test, to);
        }

        Move(round, id, to, TakeWay.HandedOver, null, action);
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>An owner from whom it is moved has lost it; the ledger keeps what they received.</summary>
    private static void Move(Round round, LeadId id, RepId to, TakeWay way, Test? forced, Guid? action)
    {
        var lead = round.Floor.Leads[id];
        var lane = round.Floor.Plan.Find(lead.Stay?.Lane);
        var ownersDue = lane?.OwnersDue(round.Now, lead.Due?.Due) ?? Clocks.Window.Begin(round.Now, TimeSpan.FromMinutes(5), [], Clocks.OpeningHours.Always);
        if (lane is null)
        {
            var receipt = Receipts.OffTheList(Field.Anywhere(round.Floor, round.Now, round.Today), to) with { Forced = forced };
            round.Emit(new LeadEvent.Taken(id, to, way, ownersDue, null, receipt, forced is not null), action);
        }
        else
        {
            var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk);
            var receipt = Receipts.Chosen(lane, field, to) with { Forced = forced };
            // Who shares in it is whom the choice was made among; between colleagues, the desk has chosen nothing.
            var entry = way == TakeWay.HandedOver ? Alone(round, lane, to) : PickEntry(round, lane, field, to);
            round.Emit(new LeadEvent.Taken(id, to, way, ownersDue, entry, receipt, forced is not null) { Until = lane.OwnedUntil(round.Floor.Plan, round.Now), Check = lane.SlowCheck(round.Now) }, action);
        }
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

    /// <summary>A manager decides whether the turn of a lead that was none is given back: approved, its entry is struck.</summary>
    public static Refusal? DecideCredit(Round round, LeadId id, bool approve)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Find(id) is not { } lead)
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (lead is not { CreditBack: CreditBack.Asked, Owner: { } owner })
        {
            return new Refusal(RefusalCode.WrongState);
        }

        round.Emit(new LeadEvent.CreditDecided(id, owner, approve));
        Engine.DispatchAll(round);
        return null;
    }

    /// <summary>A manager gives the owner of an account more time, once.</summary>
    public static Refusal? Extend(Round round, LeadId id)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (round.Floor.Find(id) is not { } lead)
        {
            return new Refusal(RefusalCode.Unknown);
        }

        if (!MayExtend(round.Floor, lead))
        {
            return new Refusal(RefusalCode.WrongState);
        }

        round.Emit(new LeadEvent.OwnershipExtended(id, lead.OwnedUntil!.Value.AddDays(round.Floor.Plan.Find(lead.Stay!.Lane)!.Lane.OwnershipDays)));
        return null;
    }

    /// <summary>Whether its owner has it for a time that can still be made longer.</summary>
    public static bool MayExtend(SalesFloor floor, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        return lead is { IsClosed: false, Owner: not null, OwnedUntil: not null, Extended: false } && floor.Plan.Find(lead.Stay?.Lane) is not null;
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

        if (!rep.Terms.IsOn(round.Now, round.Today.Day))
        {
            return Test.E3;
        }

        var offered = rep.Offer is { } offer && offer != lead.Id ? 1 : 0;
        if (rep.Holdings.Open + offered >= rep.Terms.Places
            || (lane?.Lane.WipLimit is { } limit && rep.Holdings.PerLane.GetValueOrDefault(lane.Key) >= limit))
        {
            return Test.E5;
        }

        return lane is not null && lead.Excludes(rep.Number, lane.NoRepeat) ? Test.E10 : rep.Terms.IsWatching ? Test.E11 : null;
    }
}
