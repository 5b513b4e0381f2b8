namespace LeadDesk.App.Store.Rows;

/// <summary>One entry of a lane'\''s ledger, as the projector wrote it.</summary>
public sealed class LedgerRow
{
    /// <summary>The number of the event that made the entry.</summary>
    public long Seq { get; set; }

    public required string Lane { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Kind { get; set; }

    public Guid? Lead { get; set; }

    public int LaneVersion { get; set; }

    /// <summary>Each rep's share in units, as JSON.</summary>
    public required string Shares { get; set; }

    /// <summary>The number of the rep who received.</summary>
    public int Receiver { get; set; }

    /// <summary>The number of the entry that strikes this one, or null.</summary>
    public long? StruckBy { get; set; }
}
