namespace LeadDesk.Domain.Leads;

/// <summary>Why a lead went to a lane or to the managers' list.</summary>
public enum WaitCause
{
    Received,
    LastRingOver,
    NobodyEligible,
    LeftBehind,
    NoLane,
    Relabelled,
    LanesChanged,
}
