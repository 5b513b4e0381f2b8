using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Leads;

/// <summary>Something that happened to one lead.</summary>
public abstract record LeadEvent(LeadId Lead) : FloorEvent
{
    /// <summary>It reached us. State is Waiting, or Junk, NonSales, Duplicate where it never enters a lane.</summary>
    public sealed record Received(LeadId Lead, string Source, Facts Facts, DateTimeOffset SentAt, LeadState State, LeadId? DuplicateOf, RepId? KnownOwner) : LeadEvent(Lead);

    /// <summary>It entered a lane. Due is set on the first lane only: it never resets.</summary>
    public sealed record Entered(LeadId Lead, Stay Stay, Window? Due, WaitCause Cause) : LeadEvent(Lead);

    /// <summary>It came to the managers' list, the end of every chain.</summary>
    public sealed record ToManagers(LeadId Lead, Window? Due, WaitCause Cause) : LeadEvent(Lead);

    /// <summary>The next ring opened.</summary>
    public sealed record RingOpened(LeadId Lead, int Ring, DateTimeOffset? EndsAt) : LeadEvent(Lead);

    /// <summary>Nobody is eligible from now on.</summary>
    public sealed record Held(LeadId Lead, DateTimeOffset TellsAt, DateTimeOffset EndsAt) : LeadEvent(Lead);

    /// <summary>Somebody could have it but is busy with another offer: the hold clock stops.</summary>
    public sealed record Unheld(LeadId Lead) : LeadEvent(Lead);

    /// <summary>The managers are told that it is held.</summary>
    public sealed record HoldTold(LeadId Lead) : LeadEvent(Lead);

    /// <summary>It rings at the desks of To (those who were not alerted yet).</summary>
    public sealed record Alerted(LeadId Lead, EquatableArray<RepId> To) : LeadEvent(Lead);

    /// <summary>Somebody claimed it while it rang; who has it is decided when the window of the first press is over. Retry is kept for whoever wins.</summary>
    public sealed record Pressed(LeadId Lead, RepId Rep, DateTimeOffset SettlesAt, Kept? Retry) : LeadEvent(Lead);

    /// <summary>Nobody who pressed may have it any more: it rings on.</summary>
    public sealed record FinishVoid(LeadId Lead) : LeadEvent(Lead);

    /// <summary>It is offered to one rep; the turn is booked now.</summary>
    public sealed record Offered(LeadId Lead, RepId Rep, DateTimeOffset ExpiresAt, Entry Entry, Receipt Receipt) : LeadEvent(Lead)
    {
        /// <summary>The rep has longer than usual: from here on the next one is asked too; null = nobody is.</summary>
        public DateTimeOffset? NextAskedAt { get; init; }
    }

    /// <summary>The offer lasts longer; Asked = the rep asked for more time.</summary>
    public sealed record OfferExtended(LeadId Lead, DateTimeOffset ExpiresAt, bool Asked) : LeadEvent(Lead);

    /// <summary>The offer ended without acceptance: its entry is struck.</summary>
    public sealed record OfferEnded(LeadId Lead, RepId Rep, OfferEnd Why) : LeadEvent(Lead);

    /// <summary>It has an owner now. Entry is null where an accepted offer had booked it already; Forced marks a manager's force.</summary>
    public sealed record Taken(LeadId Lead, RepId Rep, TakeWay Way, Window OwnerDue, Entry? Entry, Receipt? Receipt, bool Forced) : LeadEvent(Lead)
    {
        /// <summary>Until when it is theirs, UTC; null = as long as they like.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>By when they have to have worked on it; null = nobody asks.</summary>
        public SlowCheck? Check { get; init; }
    }

    /// <summary>It lost its owner and waits again, with its age. Strike = the turn is given back (a free release).</summary>
    public sealed record Lost(LeadId Lead, RepId Rep, LossWay Way, bool Strike, Stay? Stay) : LeadEvent(Lead);

    /// <summary>A warning of the customer's due, counted from 1.</summary>
    public sealed record Warned(LeadId Lead, int Count) : LeadEvent(Lead);

    /// <summary>The customer's due has passed without an attempt. Once a lead.</summary>
    public sealed record WentLate(LeadId Lead) : LeadEvent(Lead);

    /// <summary>The owner's due has passed without an attempt, on a floor that does not take leads back.</summary>
    public sealed record OwnerWentLate(LeadId Lead) : LeadEvent(Lead);

    public sealed record Attempted(LeadId Lead, RepId Rep, Channel Channel, AttemptResult Result, DateTimeOffset? NextAt) : LeadEvent(Lead);

    public sealed record Closed(LeadId Lead, Outcome Outcome, decimal? Value) : LeadEvent(Lead)
    {
        /// <summary>Who is credited with a won lead.</summary>
        public EquatableArray<Credit> Credits { get; init; }

        /// <summary>When one that is not for now comes back.</summary>
        public NextTouch? Touch { get; init; }
    }

    /// <summary>It comes back: its next touch is due, or, ByCustomer, its customer wrote again before. It waits anew, with its age, and goes to its lane next.</summary>
    public sealed record TouchCame(LeadId Lead, bool ByCustomer) : LeadEvent(Lead);

    /// <summary>Its customer wants to hear nothing more, on any channel. Final: nothing brings it back.</summary>
    public sealed record Stopped(LeadId Lead) : LeadEvent(Lead);

    /// <summary>Rep, who knows the customer, is told that they wrote again: on a lead of somebody else's it is an assist, on their own it was attached.</summary>
    public sealed record OwnerInformed(LeadId Lead, RepId Rep) : LeadEvent(Lead);

    /// <summary>A manager gave the owner more time. Once an owner.</summary>
    public sealed record OwnershipExtended(LeadId Lead, DateTimeOffset Until) : LeadEvent(Lead);

    /// <summary>Its customer is on the line and rings at the desks of To (those it did not ring at yet); empty = nobody is free.</summary>
    public sealed record TransferRang(LeadId Lead, DateTimeOffset EndsAt, EquatableArray<RepId> To) : LeadEvent(Lead);

    /// <summary>One of those it rings at lets it go.</summary>
    public sealed record TransferDeclined(LeadId Lead, RepId Rep) : LeadEvent(Lead);

    /// <summary>It rings no more, and nobody took it; its owner goes on.</summary>
    public sealed record TransferEnded(LeadId Lead, TransferEnd Why) : LeadEvent(Lead);

    /// <summary>A manager decided whether its turn is given back to Rep; approved = the entry is struck.</summary>
    public sealed record CreditDecided(LeadId Lead, RepId Rep, bool Approved) : LeadEvent(Lead);

    /// <summary>The customer asked to wait: both dues that still run stand still until then. Null = it does not run any more.</summary>
    public sealed record Parked(LeadId Lead, DateTimeOffset Until, Window? OwnerDue, Window? Due) : LeadEvent(Lead);

    public sealed record Unparked(LeadId Lead) : LeadEvent(Lead);

    /// <summary>The moment has come that its owner had planned for the next try. Once a plan, however late the clock looks.</summary>
    public sealed record Reminded(LeadId Lead) : LeadEvent(Lead);

    /// <summary>A note was written; its text lies with the personal data.</summary>
    public sealed record Noted(LeadId Lead) : LeadEvent(Lead);

    /// <summary>The label was wrong: new facts.</summary>
    public sealed record Relabelled(LeadId Lead, Facts Facts, string? Source = null) : LeadEvent(Lead);

    /// <summary>A change was taken back within its 15 seconds; Seq is the log's number of what was undone.</summary>
    public sealed record Undone(LeadId Lead, long Seq) : LeadEvent(Lead);
}
