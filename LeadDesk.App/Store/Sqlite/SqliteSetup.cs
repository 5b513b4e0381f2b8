using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>How every connection to the file is opened: durable at commit, erased rows overwritten, the log's writer never made to checkpoint.</summary>
public static class SqliteSetup
{
    /// <summary>Seconds that a command of EF Core may try to get past a lock; the provider's own 30 would keep a screen waiting.</summary>
    private const int Patience = 1;

    private const string Wal = "PRAGMA journal_mode=WAL; ";

    private const string Pragmas =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=0; PRAGMA busy_timeout=";

    /// <summary>Lets EF Core open the store the same way.</summary>
    public static DbContextOptionsBuilder UseStore(this DbContextOptionsBuilder options, StoreAddress address)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(address);
        return options
            .UseSqlite(Text(address, SqliteOpenMode.ReadWriteCreate, pooling: true))
            .AddInterceptors(PragmasOnOpen.Instance);
    }

    /// <summary>Opens an existing file; the busy time-out in milliseconds.</summary>
    public static SqliteConnection Open(StoreAddress address, int busy, bool pooling)
    {
        ArgumentNullException.ThrowIfNull(address);
        var connection = new SqliteConnection(Text(address, SqliteOpenMode.ReadWrite, pooling));
        try
        {
            connection.Open();
            Prepare(connection, busy);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Prepare(DbConnection connection, int busy)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts and a number
        // EF Core looks whether the file exists through a read-only connection, which could not turn a restored backup into WAL.
        var wal = connection is SqliteConnection { Handle: { } handle } && raw.sqlite3_db_readonly(handle, "main") == 1 ? "" : Wal;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"{wal}{Pragmas}{busy}");
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Text(StoreAddress address, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = address.File, Mode = mode, Pooling = pooling, DefaultTimeout = Patience }.ToString();
}
