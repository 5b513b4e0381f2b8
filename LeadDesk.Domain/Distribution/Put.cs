namespace LeadDesk.Domain.Distribution;

/// <summary>How a lead would come to a person, as far as eligibility depends on it.</summary>
public enum Put
{
    /// <summary>The desk offers, alerts or gives.</summary>
    Desk,

    /// <summary>The person takes it from a pool or an alert.</summary>
    Self,

    /// <summary>The person takes up their own open offer.</summary>
    Accept,

    /// <summary>A customer on the line comes over from whoever warmed them up.</summary>
    Transfer,
}
