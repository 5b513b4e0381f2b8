namespace LeadDesk.App.Store.Rows;

/// <summary>One event of the log, as it is chained; written by the event log alone.</summary>
public sealed class EventRow
{
    /// <summary>The number of the event: gapless from 1.</summary>
    public long Seq { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long At { get; set; }

    public string? Actor { get; set; }

    public string? Via { get; set; }

    public required string Act { get; set; }

    public string? Lead { get; set; }

    /// <summary>The owner before the event, or null.</summary>
    public string? Before { get; set; }

    /// <summary>The owner after the event, or null.</summary>
    public string? After { get; set; }

    public long? Version { get; set; }

    public string? Reason { get; set; }

    /// <summary>The lane as key@version.</summary>
    public string? Lane { get; set; }

    /// <summary>Hex SHA-256 of <see cref="Body"/>.</summary>
    public required string Receipt { get; set; }

    /// <summary>Hex SHA-256 of salt and personal text, or null.</summary>
    public string? Pii { get; set; }

    /// <summary>The hash of the event before; 64 zeros for the first.</summary>
    public required string Prev { get; set; }

    public required string Hash { get; set; }

    /// <summary>The event itself, without personal data.</summary>
    public required byte[] Body { get; set; }
}
