namespace LeadDesk.App.Store.Rows;

/// <summary>An API token, kept as a hash; it belongs to a person or to a source.</summary>
public sealed class TokenRow
{
    public Guid Id { get; set; }

    public required byte[] Hash { get; set; }

    public Guid? Person { get; set; }

    public string? Source { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
