using LeadDesk.App.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace LeadDesk.App.Store;

/// <summary>Moves the write-ahead log into the file every 250 ms, from a connection of its own: on the writer's thread it would be the bottleneck.</summary>
public sealed partial class WalCheckpoint(StoreAddress address, WriteTurn turn, TimeProvider time, ILogger<WalCheckpoint> logger) : BackgroundService
{
    private const int Busy = 100;

    /// <summary>A passive checkpoint never starts the write-ahead log anew while writers keep writing; from this size on, one of them waits for it.</summary>
    private const long TooLong = 64L << 20;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    private readonly Lock gate = new();
    private Task? ended;

    /// <summary>Empties the write-ahead log, so that erased text is in no file; false when a reader or writer was in the way.</summary>
    public bool Truncate()
    {
        using var connection = SqliteSetup.Open(address, Busy, pooling: false);
        using var mine = turn.Take();
        return Run(connection, "TRUNCATE");
    }

    /// <summary>A host may be stopped twice at once: both wait for the same end, or the store would be gone under the first.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return ended ??= EndAsync(cancellationToken);
        }
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            Truncate();
        }
        catch (SqliteException trouble)
        {
            NotDone(trouble);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the host; SQLite has no asynchronous calls.
        await Task.Yield();
        using var tick = new PeriodicTimer(Every, time);
        SqliteConnection? connection = null;
        var troubled = false;
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    connection ??= SqliteSetup.Open(address, Busy, pooling: false);
                    Tick(connection);
                    troubled = false;
                }
                catch (SqliteException trouble)
                {
                    connection?.Dispose();
                    connection = null;
                    if (!troubled)
                    {
                        NotDone(trouble);
                    }

                    troubled = true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // the server stops
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private void Tick(SqliteConnection connection)
    {
        Run(connection, "PASSIVE");
        if (new FileInfo(address.WalFile) is { Exists: true, Length: > TooLong })
        {
            // What came in meanwhile is copied before the turn is taken: claims wait only for the rest.
            Run(connection, "PASSIVE");
            using var mine = turn.Take();
            Run(connection, "TRUNCATE");
        }
    }

    private static bool Run(SqliteConnection connection, string mode)
    {
        using var checkpoint = new Statement(connection, $"PRAGMA wal_checkpoint({mode})");
        return checkpoint.Next() && checkpoint.Number(0) == 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The write-ahead log could not be moved into the store; it is tried again.")]
    private partial void NotDone(Exception trouble);
}
