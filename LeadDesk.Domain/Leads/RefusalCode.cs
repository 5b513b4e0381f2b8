namespace LeadDesk.Domain.Leads;

/// <summary>Why the desk says no. The names are the contract's codes.</summary>
public enum RefusalCode
{
    /// <summary>There is no such thing for these eyes.</summary>
    Unknown,
    AlreadyTaken,
    OfferEnded,
    NotOffered,
    TooEarly,

    /// <summary>More claims within a minute than the lane allows one person.</summary>
    TooManyClaims,

    /// <summary>The time is not free, or not one of theirs.</summary>
    SlotTaken,
    NotEligible,
    NotAvailable,
    AtLimit,
    Cap,
    OverdueFirstAttempt,
    CoolDown,
    NotAgain,
    NoNextStep,
    NotYours,
    Stale,

    /// <summary>The step does not fit where the lead stands.</summary>
    WrongState,

    /// <summary>A hard block that a manager may override with force.</summary>
    NeedsForce,
    NotUndoable,
    NoMoreTime,
    TooManyParked,

    /// <summary>The role does not allow it.</summary>
    Forbidden,

    /// <summary>Not an error: there is nothing to give.</summary>
    NothingWaiting,
}
