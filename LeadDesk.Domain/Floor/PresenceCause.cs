namespace LeadDesk.Domain.Floor;

/// <summary>Why a presence changed.</summary>
public enum PresenceCause
{
    Self,
    ByManager,
    ShiftOver,
    ConnectionLost,
    MissedThree,
}
