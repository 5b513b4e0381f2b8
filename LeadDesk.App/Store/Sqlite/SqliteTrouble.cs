using LeadDesk.App.Desk;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>SQLite's error codes in plain words.</summary>
public static class SqliteTrouble
{
    public static string Words(SqliteException trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        return trouble.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => "The disk is full.",
            raw.SQLITE_READONLY => "The store's file is read only.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another program has locked the store's file.",
            raw.SQLITE_IOERR => $"The disk reported an error (code {trouble.SqliteExtendedErrorCode}).",
            raw.SQLITE_CANTOPEN => "The store's file cannot be opened.",
            raw.SQLITE_PERM or raw.SQLITE_AUTH => "The store's file may not be opened by this account.",
            raw.SQLITE_NOTADB => "The store's file is not a SQLite database.",
            raw.SQLITE_CORRUPT => "The store's file is damaged.",
            _ => $"The store refused (code {trouble.SqliteExtendedErrorCode}): {trouble.Message}",
        };
    }

    /// <summary>The case of it.</summary>
    public static Standstill Why(SqliteException trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        return trouble.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => Standstill.DiskFull,
            raw.SQLITE_READONLY => Standstill.ReadOnly,
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Standstill.Locked,
            _ => Standstill.Store,
        };
    }
}
