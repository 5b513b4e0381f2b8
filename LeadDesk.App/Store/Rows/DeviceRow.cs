namespace LeadDesk.App.Store.Rows;

/// <summary>A shared tablet or till on which people switch by PIN; its key is kept as a hash.</summary>
public sealed class DeviceRow
{
    public Guid Id { get; set; }

    public required byte[] Hash { get; set; }

    public required string Name { get; set; }

    public Guid ApprovedBy { get; set; }

    public DateTimeOffset ApprovedAt { get; set; }

    /// <summary>When somebody last switched on it.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
