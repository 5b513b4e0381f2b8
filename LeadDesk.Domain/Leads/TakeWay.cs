namespace LeadDesk.Domain.Leads;

/// <summary>How a lead came to its owner.</summary>
public enum TakeWay
{
    Pulled,
    Claimed,
    Accepted,
    Pushed,
    Assigned,

    /// <summary>The owner before handed it to a colleague.</summary>
    HandedOver,

    /// <summary>The time of the incoming-call group was over; the territory's manager has it.</summary>
    Territory,

    /// <summary>A senior took the customer on the line from whoever warmed them up.</summary>
    Transferred,

    /// <summary>The customer agreed with whoever warmed them up to be called by this senior.</summary>
    Booked,

    /// <summary>A senior gave it back to whoever warmed it up.</summary>
    SentBack,

    /// <summary>It was not for then, and came back to whoever had it on the day they had planned.</summary>
    CameBack,

    /// <summary>A walk-in belongs to whoever wrote it down.</summary>
    WalkIn,
}
