namespace LeadDesk.Domain.Leads;

/// <summary>How a lead came to its owner.</summary>
public enum TakeWay
{
    Pulled,
    Claimed,
    Accepted,
    Pushed,
    Assigned,
}
