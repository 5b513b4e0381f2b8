using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>One prepared statement on SQLite itself: the provider's commands would retry a locked file in steps of 150 ms, for as long as their time-out.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt prepared;
    private byte[] scratch = new byte[512];

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(database, sql, out prepared));
    }

    public Statement Bind(int index, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(prepared, index, number) : raw.sqlite3_bind_null(prepared, index));
        return this;
    }

    public Statement Bind(int index, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(prepared, index));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (scratch.Length < most)
        {
            scratch = new byte[most];
        }

        return BindText(index, scratch.AsSpan(0, Encoding.UTF8.GetBytes(value, scratch)));
    }

    public Statement BindText(int index, ReadOnlySpan<byte> utf8)
    {
        Check(raw.sqlite3_bind_text(prepared, index, utf8));
        return this;
    }

    /// <summary>A lead's id, in the form in which EF Core writes it.</summary>
    public Statement Bind(int index, Guid value)
    {
        Span<byte> text = stackalloc byte[36];
        value.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return BindText(index, text);
    }

    public Statement BindBytes(int index, ReadOnlySpan<byte> bytes)
    {
        Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(prepared, index, 0) : raw.sqlite3_bind_blob(prepared, index, bytes));
        return this;
    }

    /// <summary>Moves to the next row; at the end, or in trouble, the statement is ready to be used again.</summary>
    public bool Next()
    {
        var code = raw.sqlite3_step(prepared);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var trouble = code == raw.SQLITE_DONE ? null : Trouble();
        Reset();
        return trouble is null ? false : throw trouble;
    }

    public void Run()
    {
        while (Next())
        {
        }
    }

    public void Reset() => raw.sqlite3_reset(prepared);

    public bool IsNull(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL;

    public bool IsNumber(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_INTEGER;

    public bool IsText(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_TEXT;

    public long Number(int column) => raw.sqlite3_column_int64(prepared, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(prepared, column).ToArray();

    /// <summary>Text by its length: a NUL inside does not end it.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(prepared, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => prepared.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Trouble();
        }
    }

    private SqliteException Trouble() => new(
        raw.sqlite3_errmsg(database).utf8_to_string(),
        raw.sqlite3_errcode(database) & 0xff,
        raw.sqlite3_extended_errcode(database));
}
