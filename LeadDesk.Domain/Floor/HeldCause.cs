namespace LeadDesk.Domain.Floor;

/// <summary>Why a lead waits in a way that somebody should know of.</summary>
public enum HeldCause
{
    /// <summary>Nobody is eligible right now.</summary>
    NobodyEligible,

    /// <summary>Everybody present has had it.</summary>
    PassedByAll,

    /// <summary>No rule could place it: it is on the managers' list.</summary>
    WithManagers,

    /// <summary>Its lane is closed.</summary>
    Closed,
}
