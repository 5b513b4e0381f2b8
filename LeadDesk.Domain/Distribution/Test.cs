namespace LeadDesk.Domain.Distribution;

/// <summary>The tests of eligibility in their fixed order; the first failure is the recorded reason.</summary>
public enum Test
{
    /// <summary>Employed and active.</summary>
    E1 = 1,

    /// <summary>Opted in to the lane.</summary>
    E2,

    /// <summary>On shift.</summary>
    E3,

    /// <summary>Available.</summary>
    E4,

    /// <summary>A place free.</summary>
    E5,

    /// <summary>Under the caps and the daily wish.</summary>
    E6,

    /// <summary>In the current ring.</summary>
    E7,

    /// <summary>No overdue first attempt, where the lane stops the line.</summary>
    E8,

    /// <summary>Not cooling down.</summary>
    E9,

    /// <summary>Has not had or refused this lead in this lane.</summary>
    E10,

    /// <summary>Not spared by a manager, and does not see by role what the lane hides.</summary>
    E11,

    /// <summary>The method's own test.</summary>
    E12,
}
