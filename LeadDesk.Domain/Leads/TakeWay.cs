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

    /// <summary>A walk-in belongs to whoever wrote it down.</summary>
    WalkIn,
}
