namespace LeadDesk.App.Store.Rows;

/// <summary>How far one consumer has followed the log.</summary>
public sealed class CursorRow
{
    public required string Name { get; set; }

    /// <summary>The number of the last event it has taken in.</summary>
    public long Seq { get; set; }
}
