namespace LeadDesk.App.Store.Rows;

/// <summary>A lead as the projector last saw it, for search, reports and closed leads; no personal data, and never read to decide.</summary>
public sealed class LeadRow
{
    public Guid Id { get; set; }

    public long Version { get; set; }

    /// <summary>The number of the last event folded in.</summary>
    public long Seq { get; set; }

    public required string State { get; set; }

    public string? Lane { get; set; }

    /// <summary>The number of the owning person, or null.</summary>
    public int? Owner { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public string? Product { get; set; }

    public string? Source { get; set; }

    public string? Region { get; set; }

    /// <summary>In the floor's currency, kept to the hundredth.</summary>
    public decimal? Value { get; set; }

    public int? Score { get; set; }

    public string? RequestKind { get; set; }

    public string? DueKind { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? OwnerDueAt { get; set; }

    public DateTimeOffset? NextAt { get; set; }

    public string? Held { get; set; }

    public string? Outcome { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The rest of the lead as JSON, without personal data.</summary>
    public required string Card { get; set; }
}
