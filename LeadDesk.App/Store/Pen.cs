using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace LeadDesk.App.Store;

/// <summary>Reads and writes what stands beside the log: one context an operation, and for writes the turn and one save.</summary>
public sealed class Pen(IDbContextFactory<LeadDeskContext> contexts, WriteTurn turn)
{
    /// <summary>A disk that does not answer keeps the turn; whoever wants to write then is told, and does not wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(850);

    public async Task<T> ReadAsync<T>(Func<LeadDeskContext, Task<T>> read, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await read(db);
    }

    /// <summary>Prepares without the turn and only saves within it: for rows that nobody else writes, so that a long preparation keeps no lead waiting.</summary>
    public async Task<T> FollowAsync<T>(Func<LeadDeskContext, Task<T>> prepare, Action<T> then, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentNullException.ThrowIfNull(then);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var prepared = await prepare(db);
        using var mine = await TurnAsync(cancel);
        await db.SaveChangesAsync(cancel);
        then(prepared);
        return prepared;
    }

    /// <summary>Saves the change, then runs what follows from it, still within the turn: memory learns of changes in the order of the disk.</summary>
    public async Task<T> WriteAsync<T>(Func<LeadDeskContext, Task<T>> change, Action<T> then, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(then);
        using var mine = await TurnAsync(cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var changed = await change(db);
        await db.SaveChangesAsync(cancel);
        then(changed);
        return changed;
    }

    private async Task<IDisposable> TurnAsync(CancellationToken cancel) =>
        await turn.TryTakeAsync(Patience, cancel) ?? throw new SqliteException("The turn to write did not come.", raw.SQLITE_BUSY);
}
