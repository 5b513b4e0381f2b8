using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>What one turn of the projector writes: steps in order, the rows of leads that are closed, and the leads that are open and have none.</summary>
internal sealed record RowBatch(long Last, IReadOnlyList<RowStep> Steps, IReadOnlyList<LeadRow> Closed, IReadOnlyList<Guid> Open);
