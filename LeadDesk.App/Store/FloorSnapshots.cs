using LeadDesk.App.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Keeps the newest two floors, so that a start folds only the rest of the log, and a broken newest one costs little.</summary>
public sealed class FloorSnapshots(IDbContextFactory<LeadDeskContext> contexts, WriteTurn turn)
{
    private const int Kept = 2;

    private long newest;

    /// <summary>The log's number of the newest floor that was written or read; 0 = none.</summary>
    public long Newest => Interlocked.Read(ref newest);

    public async Task SaveAsync(long seq, int foldVersion, byte[] bytes, CancellationToken cancel = default)
    {
        // Old ones go on a turn of their own: overwriting a big one takes as long as writing it.
        await WriteAsync(
            async db =>
            {
                await db.FloorSnapshots.Where(s => s.Seq == seq).ExecuteDeleteAsync(cancel);
                db.FloorSnapshots.Add(new FloorSnapshotRow { Seq = seq, FoldVersion = foldVersion, Bytes = bytes });
                await db.SaveChangesAsync(cancel);
            },
            cancel);
        await WriteAsync(
            async db =>
            {
                var keep = await db.FloorSnapshots.OrderByDescending(s => s.Seq).Select(s => s.Seq).Take(Kept).ToListAsync(cancel);
                await db.FloorSnapshots.Where(s => !keep.Contains(s.Seq)).ExecuteDeleteAsync(cancel);
            },
            cancel);
        Took(seq);
    }

    /// <summary>The floor after this number is the newest that can be used.</summary>
    public void Took(long seq) => Interlocked.Exchange(ref newest, seq);

    /// <summary>The newest floor that this version of the fold made, or null.</summary>
    public async Task<FloorSnapshot?> LatestAsync(int foldVersion, CancellationToken cancel = default) =>
        await NewestFirstAsync(foldVersion, cancel) is [var latest, ..] ? latest : null;

    /// <summary>The floors that this version of the fold made.</summary>
    public async Task<IReadOnlyList<FloorSnapshot>> NewestFirstAsync(int foldVersion, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.FloorSnapshots.AsNoTracking()
            .Where(s => s.FoldVersion == foldVersion)
            .OrderByDescending(s => s.Seq)
            .Select(s => new FloorSnapshot(s.Seq, s.Bytes))
            .ToListAsync(cancel);
    }

    private async Task WriteAsync(Func<LeadDeskContext, Task> write, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);

        // Taken on this thread: a turn that was awaited would be held while its continuation queues for a thread.
        using var mine = turn.Take();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await write(db);
        await transaction.CommitAsync(cancel);
    }
}
