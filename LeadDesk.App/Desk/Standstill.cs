namespace LeadDesk.App.Desk;

/// <summary>Why nothing can be written just now.</summary>
public enum Standstill
{
    /// <summary>The server stops; nothing was changed.</summary>
    Stopping,

    /// <summary>The server stops; a press in a photo finish stands.</summary>
    ClaimStands,

    /// <summary>The write had begun; whether it is there is not known yet.</summary>
    Uncertain,

    /// <summary>The disk does not answer.</summary>
    Silent,

    DiskFull,

    ReadOnly,

    /// <summary>Another program holds the store's file.</summary>
    Locked,

    /// <summary>Anything else that is wrong with the store.</summary>
    Store,
}
