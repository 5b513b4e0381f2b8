namespace LeadDesk.Domain.Distribution.Reach;

/// <summary>How leads come into a lane.</summary>
public enum LaneUse
{
    /// <summary>Some leads choose it.</summary>
    Chosen,

    /// <summary>The lanes above take every lead it is for, but hand some of them on to it.</summary>
    HandedOn,

    /// <summary>The lanes above take every lead it is for, and none comes on to it.</summary>
    Shadowed,

    /// <summary>No lead can ever be as its filter wants it.</summary>
    Impossible,
}
