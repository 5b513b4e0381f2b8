using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>The one connection that appends, with its prepared statements.</summary>
internal sealed class LogWriter : IDisposable
{
    /// <summary>Milliseconds; with the turn before it, a locked file is answered within a second.</summary>
    private const int Busy = 500;

    private readonly SqliteConnection connection;
    private readonly List<Statement> statements = [];
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement newest;
    private readonly Statement insertEvent;
    private readonly Statement insertPersonal;
    private readonly Statement markSeen;
    private readonly Statement markContact;
    private readonly Statement touch;
    private readonly Statement findSeen;
    private readonly Statement findContact;

    public LogWriter(StoreAddress address)
    {
        connection = SqliteSetup.Open(address, Busy, pooling: false);
        try
        {
            begin = Prepare("BEGIN IMMEDIATE");
            commit = Prepare("COMMIT");
            rollback = Prepare("ROLLBACK");
            newest = Prepare("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1");
            insertEvent = Prepare("""
                INSERT INTO log(seq, at, actor, via, act, lead, before, after, version, reason, lane, receipt, pii, prev, hash, body)
                VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
                """);
            insertPersonal = Prepare("INSERT INTO personal(seq, lead, kind, salt, text) VALUES(?1, ?2, ?3, ?4, ?5)");
            markSeen = Prepare("INSERT OR REPLACE INTO seen(source, key, lead, seq) VALUES(?1, ?2, ?3, ?4)");
            markContact = Prepare("INSERT OR REPLACE INTO contacts(hash, lead, owner, at) VALUES(?1, ?2, ?3, ?4)");
            touch = Prepare("INSERT INTO cursors(name, seq) VALUES('probe', 1) ON CONFLICT(name) DO UPDATE SET seq = seq + 1");
            findSeen = Prepare("SELECT lead FROM seen WHERE source = ?1 AND key = ?2");
            findContact = Prepare("SELECT lead, owner, at FROM contacts WHERE hash = ?1");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Begin() => begin.Run();

    public void Commit() => commit.Run();

    public void RollbackIfOpen()
    {
        if (connection.Handle is { } open && raw.sqlite3_get_autocommit(open) == 0)
        {
            rollback.Run();
        }
    }

    public LogHead Newest()
    {
        if (!newest.Next())
        {
            return LogHead.Empty;
        }

        var head = new LogHead(newest.Number(0), newest.Text(1));
        newest.Reset();
        return head;
    }

    /// <summary>False when the number is taken: somebody else wrote it.</summary>
    public bool TryInsert(LogLine line, Chain chain, int index)
    {
        insertEvent
            .Bind(1, line.Seq).Bind(2, line.At).Bind(3, line.Actor).Bind(4, line.Via).Bind(5, line.Act)
            .Bind(6, line.Lead).Bind(7, line.Before).Bind(8, line.After).Bind(9, line.Version)
            .Bind(10, line.Reason).Bind(11, line.Lane)
            .BindText(12, chain.Receipt(index)).BindText(14, chain.Prev(index)).BindText(15, chain.Hash(index))
            .BindBytes(16, line.Body);
        _ = line.Personal is null ? insertEvent.Bind(13, (string?)null) : insertEvent.BindText(13, chain.Pii(index));
        try
        {
            insertEvent.Run();
            return true;
        }
        catch (SqliteException taken) when (taken.SqliteExtendedErrorCode is raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID)
        {
            return false;
        }
    }

    public void Insert(long seq, Personal personal) =>
        insertPersonal.Bind(1, seq).Bind(2, personal.Lead).Bind(3, personal.Kind).BindBytes(4, personal.Salt).Bind(5, personal.Text).Run();

    public void Mark(SeenMark mark) => markSeen.Bind(1, mark.Source).Bind(2, mark.Key).Bind(3, mark.Lead).Bind(4, mark.Seq).Run();

    public void Mark(ContactMark mark) => markContact.BindBytes(1, mark.Hash).Bind(2, mark.Lead).Bind(3, mark.Owner).Bind(4, mark.At).Run();

    /// <summary>Writes a page that means nothing: the only way to learn whether the file takes writes.</summary>
    public void Touch() => touch.Run();

    public Guid? FindSeen(string source, string key)
    {
        if (!findSeen.Bind(1, source).Bind(2, key).Next())
        {
            return null;
        }

        var lead = Guid.Parse(findSeen.Text(0));
        findSeen.Reset();
        return lead;
    }

    public ContactMark? FindContact(byte[] hash)
    {
        if (!findContact.BindBytes(1, hash).Next())
        {
            return null;
        }

        var owner = findContact.IsNull(1) ? null : (int?)findContact.Number(1);
        var mark = new ContactMark(hash, Guid.Parse(findContact.Text(0)), owner, findContact.Number(2));
        findContact.Reset();
        return mark;
    }

    public void Dispose()
    {
        statements.ForEach(s => s.Dispose());
        connection.Dispose();
    }

    private Statement Prepare(string sql)
    {
        var statement = new Statement(connection, sql);
        statements.Add(statement);
        return statement;
    }
}
