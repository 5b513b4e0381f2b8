using System.Collections.Immutable;
using System.Diagnostics;
using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>What an event does to its lead. A step that the life of a lead does not know is a bug and says so.</summary>
public static class LeadFold
{
    /// <summary>For how long somebody who lost sight of a lead is still told who has it.</summary>
    public static readonly TimeSpan SightFor = TimeSpan.FromMinutes(10);

    public static Lead Apply(Lead? before, LeadEvent step, Stamped stamped)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(stamped);
        var (seq, at) = (stamped.Seq, stamped.At);
        if (step is LeadEvent.Received received)
        {
            return before is null ? New(received, seq, at) : throw new InvalidOperationException($"Lead {received.Lead} was received twice.");
        }

        var lead = before ?? throw new InvalidOperationException($"{step.GetType().Name} of the unknown lead {step.Lead}.");
        var after = Step(lead, step, seq, at);
        return after with
        {
            LastSeq = seq,
            Version = after.Owner == lead.Owner && after.State == lead.State ? lead.Version : lead.Version + 1,
            LastAction = stamped.ActionId is { } action ? new(action, at, stamped.Actor.Rep) : lead.LastAction?.IsFollowedBy(step, stamped) == true ? lead.LastAction : null,
            Said = stamped.Actor.Rep is { } by && Said.With(step) ? [.. lead.Said.TakeLast(Said.Most - 1), new(seq, at, by)] : lead.Said,
        };
    }

    private static Lead New(LeadEvent.Received e, long seq, DateTimeOffset at) => new()
    {
        Id = e.Lead,
        Source = e.Source,
        Facts = e.Facts,
        FactsSeq = seq,
        SentAt = e.SentAt < at ? e.SentAt : at,
        ReceivedAt = at,
        ReceivedSeq = seq,
        LastSeq = seq,
        State = e.State,
        DuplicateOf = e.DuplicateOf,
        KnownOwner = e.KnownOwner,
        ClosedAt = e.State == LeadState.Waiting ? null : at,
    };

    private static Lead Step(Lead lead, LeadEvent step, long seq, DateTimeOffset at) => step switch
    {
        LeadEvent.Entered e => Waiting(lead, at) with
        {
            Stay = e.Stay,
            Due = lead.Due ?? e.Due,
            LanesTried = lead.Broke ? [e.Stay.Lane] : lead.LanesTried.Contains(e.Stay.Lane, StringComparer.Ordinal) ? lead.LanesTried : lead.LanesTried.Add(e.Stay.Lane),
            Holders = lead.Stay?.Lane == e.Stay.Lane ? lead.Holders : e.Stay.KeepsOwnersOut ? lead.FormerOwners : [],
            WithManagersSince = null,
            Broke = false,
        },
        LeadEvent.ToManagers e => Waiting(lead, at) with { Stay = null, Due = lead.Due ?? e.Due, Holders = [], WithManagersSince = at, Broke = e.Cause == WaitCause.Broke },
        LeadEvent.RingOpened e => Waiting(lead, at) with { Stay = Stay(lead) with { Ring = e.Ring, RingEndsAt = e.EndsAt } },
        LeadEvent.Held e => lead with { Stay = Stay(lead) with { HeldSince = at, HoldTellsAt = e.TellsAt, HoldEndsAt = e.EndsAt, HoldTold = false } },
        LeadEvent.Unheld => lead with { Stay = Found(lead) },
        LeadEvent.HoldTold => lead with { Stay = Stay(lead) with { HoldTold = true } },
        LeadEvent.Alerted e => lead with
        {
            // Whoever has a longer offer keeps it while the next one is asked beside them.
            State = lead.Offer is null ? LeadState.Alerted : LeadState.Offered,
            Stay = Found(lead),
            Alerted = lead.Alerted.AddRange(e.To.Select(r => KeyValuePair.Create(r, at))),
        },
        LeadEvent.Pressed e => lead with { Finish = new PhotoFinish(e.SettlesAt, (lead.Finish?.Presses ?? []).Add(new Press(e.Rep, at, e.Retry))) },
        LeadEvent.FinishVoid => lead with { Finish = null },
        LeadEvent.Offered e => lead with
        {
            State = LeadState.Offered,
            Stay = Found(lead),
            Offer = new Offer(e.Rep, at, e.ExpiresAt, 0) { NextAskedAt = e.NextAskedAt },
            Entry = e.Entry,
            Expectation = Expectation.Of(e.Receipt, seq, at),
            ReceiptSeq = seq,
            Gist = Gist.Of(e.Receipt, null),
        },
        LeadEvent.OfferExtended e => lead with { Offer = Offer(lead) with { ExpiresAt = e.ExpiresAt, MoreTimes = Offer(lead).MoreTimes + (e.Asked ? 1 : 0) } },
        LeadEvent.OfferEnded e => Waiting(lead, at) with
        {
            Entry = null,
            Expectation = null,
            ReceiptSeq = null,
            Gist = null,
            Holders = e.Why is OfferEnd.Passed or OfferEnd.TimedOut ? lead.Holders.Add(e.Rep) : lead.Holders,
        },
        LeadEvent.Taken e => Unseen(lead, at) with
        {
            State = lead.IsAnswered ? LeadState.Working : LeadState.Owned,
            Stay = lead.Stay is null ? null : Found(lead),
            Offer = null,
            Alerted = lead.Alerted.Clear(),
            Finish = lead.Finish is { IsOpen: true } finish ? finish with { SettlesAt = null } : null,
            WithManagersSince = null,
            Broke = false,
            Holders = lead.Owner is { } other ? lead.Holders.Add(other) : lead.Holders,
            FormerOwners = lead.Owner is { } former ? Former(lead, former) : lead.FormerOwners,
            ParkedUntil = null,
            Owner = e.Rep,
            OwnedAt = at,
            OwnedUntil = e.Until,
            Check = e.Check,
            Extended = false,
            Transfer = null,
            WarmedBy = e.Way is TakeWay.Transferred or TakeWay.Booked ? lead.Owner : null,
            Assists = e.Way is TakeWay.Transferred or TakeWay.Booked ? Helped(lead, lead.Owner!.Value) : lead.Assists,
            OwnerDue = e.OwnerDue,
            OwnerLate = false,
            Entry = e.Way == TakeWay.Accepted ? lead.Entry : e.Entry,
            Expectation = e.Way == TakeWay.Accepted ? lead.Expectation : e.Way is TakeWay.SentBack or TakeWay.CameBack ? null : Expectation.Of(e.Receipt, seq, at),
            ReceiptSeq = e.Way == TakeWay.Accepted ? lead.ReceiptSeq : e.Receipt is null ? null : seq,
            Gist = Gist.Of(e.Receipt, e.Way) ?? (lead.Gist is { } gist ? gist with { Way = e.Way } : new Gist(e.Way, 0, null, null, e.Forced)),
        },
        LeadEvent.Lost e => Ownerless(lead, at) with
        {
            Stay = e.Stay,
            WithManagersSince = e.Stay is null ? at : null,
            Holders = lead.Holders.Add(e.Rep),
            FormerOwners = Former(lead, e.Rep),
            ParkedUntil = null,
        },
        LeadEvent.Warned e => lead with { Warned = e.Count },
        LeadEvent.WentLate => lead with { LateAt = at },
        LeadEvent.OwnerWentLate => lead with { OwnerLate = true },
        LeadEvent.Attempted e => lead with
        {
            State = e.Result is AttemptResult.Reached or AttemptResult.VisitSet ? LeadState.Reached : lead.ReachedAt is null ? LeadState.Attempted : LeadState.Working,
            Attempts = lead.Attempts.Add(new Attempt(seq, at, e.Rep, e.Channel, e.Result, e.NextAt)),
            Credits = Saves(lead, e.Rep) ? lead.Credits.Add(new Credit(e.Rep, CreditKind.Save, 100, at)) : lead.Credits,
            FirstAttemptAt = lead.FirstAttemptAt ?? at,
            ReachedAt = lead.ReachedAt ?? (e.Result is AttemptResult.Reached or AttemptResult.VisitSet ? at : null),
            NextAt = e.NextAt,
            ParkedUntil = null,
        },
        LeadEvent.Closed e => lead with { State = Ended(e.Outcome), Outcome = e.Outcome, WonValue = e.Outcome == Outcome.Won ? e.Value : null, ClosedAt = at, Touch = e.Touch, NextAt = e.Touch?.At, ParkedUntil = null, Transfer = null, Credits = lead.Credits.AddRange(e.Credits.Items), CreditBack = AsksBack(e.Outcome) ? CreditBack.Asked : null },
        LeadEvent.TouchCame => Ownerless(lead, at) with
        {
            Stay = null,
            LanesTried = [],
            Holders = [],
            FormerOwners = lead.Owner is { } had ? Former(lead, had) : lead.FormerOwners,
            KnownOwner = lead.Touch?.To ?? lead.KnownOwner,
            Outcome = null,
            ClosedAt = null,
            Touch = null,
            TouchedAt = at,
            NextAt = at,
        },
        LeadEvent.Stopped => Unseen(lead, at) with
        {
            State = LeadState.Lost,
            Outcome = Outcome.Lost,
            ClosedAt = lead.ClosedAt ?? at,
            StoppedAt = at,
            Touch = null,
            NextAt = null,
            ParkedUntil = null,
            WithManagersSince = null,
            Offer = null,
            Alerted = lead.Alerted.Clear(),
            Finish = null,
            Transfer = null,
        },
        LeadEvent.OwnerInformed e => e.Rep == lead.Owner ? lead : lead with { Assists = Helped(lead, e.Rep) },
        LeadEvent.TransferRang e => lead with { Transfer = lead.Transfer is { IsOpen: true } open ? open with { To = open.To.AddRange(e.To.Items) } : new HotTransfer(at, e.EndsAt, e.To.Items, [], null) },
        LeadEvent.TransferDeclined e => lead with { Transfer = Transfer(lead) with { Declined = Transfer(lead).Declined.Add(e.Rep) } },
        LeadEvent.TransferEnded e => lead with { Sights = [.. lead.Sights.RemoveAll(s => s.Until <= at), .. Rung(lead, at)], Transfer = Transfer(lead) with { End = e.Why } },
        LeadEvent.OwnershipExtended e => lead with { OwnedUntil = e.Until, Check = null, Extended = true },
        LeadEvent.CreditDecided e => lead with
        {
            CreditBack = e.Approved ? CreditBack.Approved : CreditBack.Declined,
            Entry = e.Approved ? null : lead.Entry,
            Expectation = e.Approved ? null : lead.Expectation,
        },
        LeadEvent.Parked e => lead with { State = LeadState.Parked, Transfer = null, ParkedUntil = e.Until, NextAt = e.Until, OwnerDue = e.OwnerDue ?? lead.OwnerDue, OwnerLate = false, Due = e.Due ?? lead.Due },
        LeadEvent.Unparked => lead with { State = lead.IsAnswered ? LeadState.Working : LeadState.Owned, ParkedUntil = null },
        LeadEvent.Reminded => lead with { RemindedAt = at },
        LeadEvent.Noted => lead,
        LeadEvent.Relabelled e => lead with { Source = e.Source ?? lead.Source, Facts = e.Facts, FactsSeq = seq, Bounces = lead.Bounces + 1, LanesTried = [] },
        _ => throw new UnreachableException($"No lead can {step.GetType().Name}."),
    };

    /// <summary>It waits again, and nothing on it is its former owner's any more.</summary>
    private static Lead Ownerless(Lead lead, DateTimeOffset at) => Waiting(lead, at) with
    {
        Owner = null,
        OwnedAt = null,
        OwnedUntil = null,
        Check = null,
        Extended = false,
        Coach = null,
        Transfer = null,
        WarmedBy = null,
        OwnerDue = null,
        Entry = null,
        Expectation = null,
        ReceiptSeq = null,
        Gist = null,
    };

    /// <summary>Nobody's, and before nobody's eyes; those who had it keep their sight for a while.</summary>
    private static Lead Waiting(Lead lead, DateTimeOffset at) => Unseen(lead, at) with
    {
        State = LeadState.Waiting,
        Offer = null,
        Alerted = lead.Alerted.Clear(),
        Finish = null,
    };

    private static Lead Unseen(Lead lead, DateTimeOffset at)
    {
        var until = at + SightFor;
        var sights = lead.Sights.RemoveAll(s => s.Until <= at);
        if (lead.Owner is { } owner)
        {
            sights = sights.Add(new Sight(owner, until, AsOwner: true));
        }

        if (lead.Offer is { } offer)
        {
            sights = sights.Add(new Sight(offer.Rep, until, AsOwner: false));
        }

        sights = sights.AddRange(Rung(lead, at));

        return lead with
        {
            BoardSightUntil = lead is { State: LeadState.Waiting, Stay: { OnBoard: true, Paused: false } } ? until : lead.BoardSightUntil,
            Sights = sights.AddRange(lead.Alerted.Keys.Select(r => new Sight(r, until, AsOwner: false))),
        };
    }

    /// <summary>The first answer of whoever took it from the pool for a second chance.</summary>
    private static bool Saves(Lead lead, RepId rep) =>
        lead.Stay is { KeepsOwnersOut: true } && !lead.FormerOwners.IsEmpty && !lead.FormerOwners.Contains(rep) && !lead.Credits.Any(c => c.Kind == CreditKind.Save && c.Rep == rep);

    private static ImmutableArray<RepId> Former(Lead lead, RepId owner) => lead.FormerOwners.Contains(owner) ? lead.FormerOwners : lead.FormerOwners.Add(owner);

    private static ImmutableArray<RepId> Helped(Lead lead, RepId rep) => lead.Assists.Contains(rep) ? lead.Assists : lead.Assists.Add(rep);

    private static HotTransfer Transfer(Lead lead) => lead.Transfer is { IsOpen: true } open ? open : throw new InvalidOperationException($"Lead {lead.Id} is not being handed over.");

    /// <summary>Those at whose desks its customer rings keep their sight of it for a while.</summary>
    private static IEnumerable<Sight> Rung(Lead lead, DateTimeOffset at) => lead.Transfer is { IsOpen: true } open ? open.To.Select(r => new Sight(r, at + SightFor, AsOwner: false)) : [];

    private static Stay Stay(Lead lead) => lead.Stay ?? throw new InvalidOperationException($"Lead {lead.Id} is in no lane.");

    private static Offer Offer(Lead lead) => lead.Offer ?? throw new InvalidOperationException($"Lead {lead.Id} is not offered.");

    private static Stay Found(Lead lead) => Stay(lead) with { HeldSince = null, HoldTellsAt = null, HoldEndsAt = null, HoldTold = false };

    private static bool AsksBack(Outcome outcome) => outcome is Outcome.Junk or Outcome.Duplicate or Outcome.NonSales;

    private static LeadState Ended(Outcome outcome) => outcome switch
    {
        Outcome.Won => LeadState.Won,
        Outcome.Lost => LeadState.Lost,
        Outcome.Nurture => LeadState.Nurture,
        Outcome.Junk => LeadState.Junk,
        Outcome.Duplicate => LeadState.Duplicate,
        Outcome.NonSales => LeadState.NonSales,
        _ => throw new UnreachableException(),
    };
}
