namespace LeadDesk.App.Store.Rows;

/// <summary>The personal text of one event; erasing deletes the row, and the log keeps a commitment that nobody can open.</summary>
public sealed class PersonalRow
{
    /// <summary>The number of the event it belongs to.</summary>
    public long Seq { get; set; }

    public Guid Lead { get; set; }

    public required string Kind { get; set; }

    public required byte[] Salt { get; set; }

    public required string Text { get; set; }
}
