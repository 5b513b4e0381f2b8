namespace LeadDesk.App.Store;

/// <summary>What became of a batch.</summary>
public enum Appended
{
    /// <summary>On disk.</summary>
    Committed,

    /// <summary>Somebody else wrote this number first: nothing of the batch is there. Fold in what they wrote and decide again.</summary>
    Overtaken,

    /// <summary>Nothing of the batch is there; the log says why in <see cref="EventLog.LastError"/>.</summary>
    Failed,

    /// <summary>The commit broke and the file cannot be asked now: read the log to learn what happened.</summary>
    Unknown,
}
