namespace LeadDesk.App.Store.Rows;

/// <summary>An API token, kept as a hash; it belongs to a person or to a source; one of neither opens the wall to a screen, and nothing else.</summary>
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
