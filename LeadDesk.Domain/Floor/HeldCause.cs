namespace LeadDesk.Domain.Floor;

/// <summary>Why a lead waits.</summary>
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

    /// <summary>Somebody could have it but for another open offer, and will be free in a moment.</summary>
    Busy,

    /// <summary>It is there for people to take, and nobody has.</summary>
    ToBeTaken,

    /// <summary>A manager decides who gets it.</summary>
    ManagerDecides,

    /// <summary>The intake is paused.</summary>
    Paused,

    /// <summary>Somebody has just become free; it goes out when the desk looks next.</summary>
    AtOnce,

    /// <summary>A rule broke on it: it is on the managers' list, and is tried again when the rules change.</summary>
    Broke,
}
