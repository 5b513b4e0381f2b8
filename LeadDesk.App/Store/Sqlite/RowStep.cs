using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>A step of a lead's history, with what it books in the ledger or strikes out of it.</summary>
internal sealed record RowStep(Guid Lead, long Seq)
{
    public LedgerRow? Entry { get; init; }

    /// <summary>The number of the entry that this step strikes; the entry may be none's.</summary>
    public long? Strikes { get; init; }

    /// <summary>The number of an entry that was struck and counts again; it may not have been struck at all.</summary>
    public long? Restores { get; init; }
}
