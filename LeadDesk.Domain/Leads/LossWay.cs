namespace LeadDesk.Domain.Leads;

/// <summary>How an owner lost a lead.</summary>
public enum LossWay
{
    Released,
    Reclaimed,
    Returned,

    /// <summary>The label was wrong: the turn is given back.</summary>
    Relabelled,

    /// <summary>Its owner left, or has been away for too long.</summary>
    OwnerGone,

    /// <summary>The time for which it was theirs is over.</summary>
    WindowOver,
}
