namespace LeadDesk.Domain.Floor;

/// <summary>What becomes of the open leads of somebody who leaves.</summary>
public enum OpenLeads
{
    /// <summary>They stay where they are; their clocks run on, and what nobody answers in time comes back by itself.</summary>
    Keep,

    /// <summary>Back into their lanes, with their age.</summary>
    Return,

    /// <summary>All to one colleague.</summary>
    HandTo,

    /// <summary>All to whoever stands in for them.</summary>
    ToCover,

    /// <summary>To the managers' list: they place each one.</summary>
    ToManagers,
}
