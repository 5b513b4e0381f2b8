namespace LeadDesk.Domain.Credits;

/// <summary>For what somebody is credited with a lead.</summary>
public enum CreditKind
{
    /// <summary>Won it.</summary>
    Close,

    /// <summary>Its territory is theirs, and they met their quotas.</summary>
    Territory,

    /// <summary>Helped it on its way to whoever won it.</summary>
    Assist,

    /// <summary>Answered what somebody else had lost by time.</summary>
    Save,
}
