namespace LeadDesk.App.Store.Rows;

/// <summary>A key that has been used: a source'\''s external id or a caller'\''s idempotency key.</summary>
public sealed class SeenRow
{
    public required string Source { get; set; }

    public required string Key { get; set; }

    public Guid Lead { get; set; }

    public long Seq { get; set; }
}
