namespace LeadDesk.Domain.Fairness;

/// <summary>What the fairness watch looks at, person by person.</summary>
public enum WatchKind
{
    /// <summary>Alerts reached for, of those that rang. Few stand out.</summary>
    Participation,

    /// <summary>Taken by choice, and no first try in time.</summary>
    Burned,

    /// <summary>Pulled or claimed, looked at, given back without a try.</summary>
    Peeked,

    /// <summary>Offers passed on or left to lapse.</summary>
    Declined,

    /// <summary>Three offers in a row declined. Each stands out.</summary>
    Storms,

    /// <summary>Pulled or claimed while two or more others waited for their first try.</summary>
    Hoarded,

    /// <summary>Ended as no lead, or as lost within a day.</summary>
    Emptied,
}
