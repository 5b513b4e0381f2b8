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

    /// <summary>A rule of the lane it was in broke on it.</summary>
    Broke,

    /// <summary>The first step of a blend.</summary>
    Step,

    /// <summary>Its owner lost it by time.</summary>
    SecondChance,

    /// <summary>The pause that kept it is over.</summary>
    Resumed,

    /// <summary>Its owner left, and a manager places it.</summary>
    OwnerLeft,

    /// <summary>It was not for then, and the time for its next touch has come.</summary>
    NextTouch,
}
