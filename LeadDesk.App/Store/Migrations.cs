using System.Data.Common;
using LeadDesk.App.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Makes the store, or brings it up to date, at start. Only whoever holds the <see cref="StoreLock"/> may do it.</summary>
public static class Migrations
{
    private const int Busy = 2000;

    /// <summary>Null when the store is ready, else the plain words why not.</summary>
    public static async Task<string?> ApplyAsync(IDbContextFactory<LeadDeskContext> contexts, StoreAddress address, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(address);
        if (Directory.Exists(address.File))
        {
            return $"The store {address.File} cannot be opened: it is a folder.";
        }

        try
        {
            Directory.CreateDirectory(address.Folder);
            RollBack(address);
            await using var db = await contexts.CreateDbContextAsync(cancel);
            return await ApplyAsync(db, address, cancel);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return $"The folder of the store {address.File} cannot be made: {trouble.Message}";
        }
        catch (SqliteException trouble)
        {
            return $"The store {address.File} cannot be used: {SqliteTrouble.Words(trouble)}";
        }
    }

    /// <summary>A kill while the file was made leaves a journal that only a writing connection may roll back; EF Core looks with a reading one first.</summary>
    private static void RollBack(StoreAddress address)
    {
        if (File.Exists(address.File))
        {
            using var connection = SqliteSetup.Open(address, Busy, pooling: false);
            using var look = connection.CreateCommand();
            look.CommandText = "SELECT count(*) FROM sqlite_master";
            look.ExecuteScalar();
        }
    }

    private static async Task<string?> ApplyAsync(LeadDeskContext db, StoreAddress address, CancellationToken cancel)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).Any())
        {
            return $"The store {address.File} was made by a newer version of this program: use that version, or another store.";
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await ClearStaleLockAsync(db, cancel);
            await db.Database.MigrateAsync(cancel);
        }

        return null;
    }

    /// <summary>A kill during a migration leaves a row for which every later migration would wait for ever.</summary>
    private static async Task ClearStaleLockAsync(LeadDeskContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        if (await RunAsync(connection, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", cancel) is > 0L)
        {
            await RunAsync(connection, "DELETE FROM \"__EFMigrationsLock\"", cancel);
        }

        await db.Database.CloseConnectionAsync();
    }

    private static async Task<object?> RunAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel);
    }
}
