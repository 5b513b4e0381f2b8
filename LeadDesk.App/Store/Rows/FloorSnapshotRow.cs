namespace LeadDesk.App.Store.Rows;

/// <summary>The whole floor after one event, so that a start folds only the rest.</summary>
public sealed class FloorSnapshotRow
{
    /// <summary>The number of the last event folded in.</summary>
    public long Seq { get; set; }

    /// <summary>The version of the fold that made it; another version cannot read it.</summary>
    public int FoldVersion { get; set; }

    public required byte[] Bytes { get; set; }
}
