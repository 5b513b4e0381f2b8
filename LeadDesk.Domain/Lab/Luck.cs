namespace LeadDesk.Domain.Lab;

/// <summary>What a person's luck is asked about in the Lab.</summary>
public enum Luck
{
    /// <summary>How long until they react to an offer, an alert or a full pool.</summary>
    Reaction = 1,

    /// <summary>Whether they pass.</summary>
    Pass,

    /// <summary>How long from free hands to the first call.</summary>
    Preparation,

    /// <summary>How long the customer keeps them.</summary>
    Talk,

    /// <summary>Whether the customer was reached.</summary>
    Reached,

    /// <summary>Whether it was won.</summary>
    Won,

    /// <summary>How long a manager takes to place what no rule could.</summary>
    Manager,
}
