namespace LeadDesk.Domain.Leads;

/// <summary>Why a hot transfer ended without anybody who took it.</summary>
public enum TransferEnd
{
    /// <summary>No senior could have it.</summary>
    NobodyFree,

    TimedOut,

    /// <summary>Everybody it rang at said no.</summary>
    Declined,

    CalledOff,
}
