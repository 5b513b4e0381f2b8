using LeadDesk.App.Desk;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>SQLite's error codes as cases, and in plain words.</summary>
public static class SqliteTrouble
{
    public static string Words(SqliteException trouble) => Of(trouble).Words;

    public static Unwritten Of(SqliteException trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        return trouble.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => new(Standstill.DiskFull, "The disk is full."),
            raw.SQLITE_READONLY => new(Standstill.ReadOnly, "The store's file is read only."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(Standstill.Locked, "Another program has locked the store's file."),
            raw.SQLITE_IOERR => new(Standstill.Store, $"The disk reported an error (code {trouble.SqliteExtendedErrorCode})."),
            raw.SQLITE_CANTOPEN => new(Standstill.Store, "The store's file cannot be opened."),
            raw.SQLITE_PERM or raw.SQLITE_AUTH => new(Standstill.Store, "The store's file may not be opened by this account."),
            raw.SQLITE_NOTADB => new(Standstill.Store, "The store's file is not a SQLite database."),
            raw.SQLITE_CORRUPT => new(Standstill.Store, "The store's file is damaged."),
            _ => new(Standstill.Store, $"The store refused (code {trouble.SqliteExtendedErrorCode}): {trouble.Message}"),
        };
    }
}
