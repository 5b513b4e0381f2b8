using LeadDesk.App.Desk;
using LeadDesk.App.Store.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadDesk.App.Store;

/// <summary>The durable, hash-chained log: the truth of the desk. One thread appends and looks up marks; everybody may read.</summary>
public sealed class EventLog : IDisposable
{
    private const int ReaderBusy = 2000;

    /// <summary>The other writers of this process are always done soon; on a busy machine, their thread may have to wait for a processor.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly StoreAddress address;
    private readonly WriteTurn turn;
    private readonly Chain chain = new();
    private LogWriter? writer;
    private volatile LogHead head = LogHead.Empty;
    private volatile Unwritten? lastTrouble;

    /// <summary>Opens the log of a store that is made and migrated.</summary>
    public EventLog(StoreAddress address, WriteTurn turn)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(turn);
        this.address = address;
        this.turn = turn;
        Ready();
    }

    public LogHead Head => head;

    public long HeadSeq => head.Seq;

    public string HeadHash => head.Hash;

    /// <summary>Why the last batch failed, in plain words; null once one was committed.</summary>
    public string? LastError => lastTrouble?.Words;

    /// <summary>The same as a case; says nothing while LastError is null.</summary>
    public Standstill LastWhy => lastTrouble?.Why ?? Standstill.Store;

    /// <summary>Appends all or nothing in one durable transaction; the first number is <see cref="HeadSeq"/> + 1. After anything but Committed the head is what the file says or was before.</summary>
    public Appended Append(Batch batch, CommitGate? gate = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var mine = turn.TryTake(Patience);
        if (mine is null)
        {
            return Fail(new SqliteException("The turn to write did not come.", raw.SQLITE_BUSY));
        }

        try
        {
            var pen = Ready();
            try
            {
                pen.Begin();
                return !Write(batch, pen) ? Overtaken(pen) : gate?.TryBegin() == false ? CalledOff() : Commit(batch, pen);
            }
            finally
            {
                pen.RollbackIfOpen();
            }
        }
        catch (SqliteException trouble)
        {
            return Fail(trouble);
        }
    }

    /// <summary>The events after a number, oldest first, at most <paramref name="max"/> of them; read at once, so that no reader holds up a checkpoint.</summary>
    public IEnumerable<StoredEvent> ReadFrom(long afterSeq, int max)
    {
        using var connection = SqliteSetup.Open(address, ReaderBusy, pooling: true);
        using var read = new Statement(connection, """
            SELECT l.seq, l.at, l.actor, l.via, l.act, l.lead, l.body, p.text
            FROM log l LEFT JOIN personal p ON p.seq = l.seq WHERE l.seq > ?1 ORDER BY l.seq LIMIT ?2
            """);
        read.Bind(1, afterSeq).Bind(2, max);
        var events = new List<StoredEvent>();
        while (read.Next())
        {
            events.Add(new StoredEvent(
                read.Number(0), read.Number(1), read.TextOrNull(2), read.TextOrNull(3), read.Text(4), read.TextOrNull(5), read.Bytes(6), read.TextOrNull(7)));
        }

        return events;
    }

    /// <summary>The personal texts of a lead that are not erased, oldest first.</summary>
    public IReadOnlyList<(long Seq, string Kind, string Text)> PersonalOf(Guid lead)
    {
        using var connection = SqliteSetup.Open(address, ReaderBusy, pooling: true);
        using var read = new Statement(connection, "SELECT seq, kind, text FROM personal WHERE lead = ?1 ORDER BY seq");
        read.Bind(1, lead);
        var texts = new List<(long, string, string)>();
        while (read.Next())
        {
            texts.Add((read.Number(0), read.Text(1), read.Text(2)));
        }

        return texts;
    }

    /// <summary>The first personal text of this kind of a lead; null where there is none or it is erased.</summary>
    public string? PersonalOf(Guid lead, string kind)
    {
        using var connection = SqliteSetup.Open(address, ReaderBusy, pooling: true);
        using var read = new Statement(connection, "SELECT text FROM personal WHERE lead = ?1 AND kind = ?2 ORDER BY seq LIMIT 1");
        return read.Bind(1, lead).Bind(2, kind).Next() ? read.Text(0) : null;
    }

    /// <summary>The personal texts of these events that are not erased.</summary>
    public IReadOnlyDictionary<long, (string Kind, string Text)> PersonalAt(IReadOnlyCollection<long> seqs)
    {
        ArgumentNullException.ThrowIfNull(seqs);
        using var connection = SqliteSetup.Open(address, ReaderBusy, pooling: true);
        using var read = new Statement(connection, "SELECT kind, text FROM personal WHERE seq = ?1");
        var texts = new Dictionary<long, (string, string)>(seqs.Count);
        foreach (var seq in seqs)
        {
            if (read.Bind(1, seq).Next())
            {
                texts[seq] = (read.Text(0), read.Text(1));
                read.Reset();
            }
        }

        return texts;
    }

    /// <summary>Whether the store takes a write again, with the head as the file has it; writes nothing that anybody reads.</summary>
    public bool Probe()
    {
        using var mine = turn.TryTake(Patience);
        if (mine is null)
        {
            return false;
        }

        try
        {
            var pen = Ready();
            try
            {
                pen.Begin();
                pen.Touch();
                pen.Commit();
                head = pen.Newest();
            }
            finally
            {
                pen.RollbackIfOpen();
            }

            lastTrouble = null;
            return true;
        }
        catch (SqliteException trouble)
        {
            Fail(trouble);
            return false;
        }
    }

    /// <summary>The lead that used this key, or null; on the appending thread only. Throws SqliteException while the file cannot be read.</summary>
    public Guid? FindSeen(string source, string key) => Ready().FindSeen(source, key);

    /// <summary>The last lead of this contact, or null; on the appending thread only. Throws SqliteException while the file cannot be read.</summary>
    public ContactMark? FindContact(byte[] hash) => Ready().FindContact(hash);

    public void Dispose() => writer?.Dispose();

    /// <summary>The writer; after trouble it is opened anew, because a file opened read only stays so.</summary>
    private LogWriter Ready()
    {
        if (writer is null)
        {
            var opened = new LogWriter(address);
            try
            {
                head = opened.Newest();
            }
            catch
            {
                opened.Dispose();
                throw;
            }

            writer = opened;
        }

        return writer;
    }

    private bool Write(Batch batch, LogWriter pen)
    {
        if (batch.Lines.Count > 0 && batch.Lines[0].Seq != head.Seq + 1)
        {
            head = pen.Newest();
            if (batch.Lines[0].Seq <= head.Seq)
            {
                return false;
            }
        }

        chain.Seal(batch.Lines, head);
        for (var i = 0; i < batch.Lines.Count; i++)
        {
            var line = batch.Lines[i];
            if (!pen.TryInsert(line, chain, i))
            {
                return false;
            }

            if (line.Personal is { } personal)
            {
                pen.Insert(line.Seq, personal);
            }
        }

        foreach (var mark in batch.Seen)
        {
            pen.Mark(mark);
        }

        foreach (var mark in batch.Contacts)
        {
            pen.Mark(mark);
        }

        return true;
    }

    private Appended Commit(Batch batch, LogWriter pen)
    {
        var last = batch.Lines.Count - 1;
        var next = last < 0 ? head : new LogHead(batch.Lines[last].Seq, System.Text.Encoding.ASCII.GetString(chain.Hash(last)));
        try
        {
            pen.Commit();
        }
        catch (SqliteException trouble)
        {
            return Settle(next, trouble);
        }

        head = next;
        lastTrouble = null;
        return Appended.Committed;
    }

    private Appended CalledOff()
    {
        lastTrouble = new(Standstill.Silent, "The disk did not answer in time.");
        return Appended.Failed;
    }

    private Appended Overtaken(LogWriter pen)
    {
        pen.RollbackIfOpen();
        head = pen.Newest();
        return Appended.Overtaken;
    }

    /// <summary>
    /// A commit that reported trouble may still have reached the file: ask the file. Where the disk broke while it wrote, an absence is not
    /// final: until the next write goes over it, a crash may bring the batch back.
    /// </summary>
    private Appended Settle(LogHead wanted, SqliteException trouble)
    {
        var before = head;
        Fail(trouble);
        Forget();
        try
        {
            Ready();
        }
        catch (SqliteException)
        {
            return Appended.Unknown;
        }

        return head == wanted && wanted != before ? Appended.Committed
            : head == before && trouble.SqliteErrorCode is not raw.SQLITE_IOERR ? Appended.Failed
            : Appended.Unknown;
    }

    private Appended Fail(SqliteException trouble)
    {
        lastTrouble = SqliteTrouble.Of(trouble);
        if (trouble.SqliteErrorCode is not raw.SQLITE_BUSY)
        {
            Forget();
        }

        return Appended.Failed;
    }

    private void Forget()
    {
        writer?.Dispose();
        writer = null;
    }
}
