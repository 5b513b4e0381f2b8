using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>
/// The connection that writes the rows behind the log, with its prepared statements. It does not wait for the disk: what a power cut takes
/// from it, cursor and rows alike, is projected again; a commit of the log makes everything before it durable.
/// </summary>
internal sealed class RowWriter : IDisposable
{
    private const int Busy = 500;
    private readonly SqliteConnection connection;
    private readonly List<Statement> statements = [];
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement findCursor;
    private readonly Statement moveCursor;
    private readonly Statement insertStep;
    private readonly Statement insertEntry;
    private readonly Statement strikeOne;
    private readonly Statement restoreOne;
    private readonly Statement putLead;
    private readonly Statement removeLead;
    private readonly Statement story;

    public RowWriter(StoreAddress address)
    {
        connection = SqliteSetup.Open(address, Busy, pooling: false);
        try
        {
            using (var normal = new Statement(connection, "PRAGMA synchronous=NORMAL"))
            {
                normal.Run();
            }

            begin = Prepare("BEGIN IMMEDIATE");
            commit = Prepare("COMMIT");
            rollback = Prepare("ROLLBACK");
            findCursor = Prepare("SELECT seq FROM cursors WHERE name = ?1");
            moveCursor = Prepare("INSERT OR REPLACE INTO cursors(name, seq) VALUES(?1, ?2)");
            insertStep = Prepare("INSERT INTO lead_steps(lead, seq) VALUES(?1, ?2)");
            insertEntry = Prepare("INSERT INTO ledger(seq, lane, at, kind, lead, lane_version, shares, receiver) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");

            strikeOne = Prepare("UPDATE ledger SET struck_by = ?2 WHERE seq = ?1");
            restoreOne = Prepare("UPDATE ledger SET struck_by = NULL WHERE seq = ?1 AND struck_by IS NOT NULL");
            putLead = Prepare("""
                INSERT OR REPLACE INTO leads(id, version, seq, state, lane, owner, sent_at, received_at, source, outcome, closed_at, due_at, card)
                VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
                """);
            removeLead = Prepare("DELETE FROM leads WHERE id = ?1");
            story = Prepare("SELECT l.seq, l.at, l.actor, l.via, l.act, l.lead, l.body FROM lead_steps s JOIN log l ON l.seq = s.seq WHERE s.lead = ?1 ORDER BY s.seq");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How far this consumer has followed the log; 0 = not at all.</summary>
    public long CursorOf(string name)
    {
        if (!findCursor.Bind(1, name).Next())
        {
            return 0;
        }

        var seq = findCursor.Number(0);
        findCursor.Reset();
        return seq;
    }

    /// <summary>The steps of a lead that are written already, oldest first, without anything personal.</summary>
    public List<StoredEvent> StoryOf(Guid lead)
    {
        var steps = new List<StoredEvent>();
        story.Bind(1, lead);
        while (story.Next())
        {
            steps.Add(new StoredEvent(story.Number(0), story.Number(1), story.TextOrNull(2), story.TextOrNull(3), story.Text(4), story.TextOrNull(5), story.Bytes(6), null));
        }

        return steps;
    }

    /// <summary>Writes all or nothing, and the cursor with it.</summary>
    public void Write(string name, RowBatch batch)
    {
        begin.Run();
        try
        {
            foreach (var step in batch.Steps)
            {
                Write(step);
            }

            foreach (var id in batch.Open)
            {
                removeLead.Bind(1, id).Run();
            }

            foreach (var lead in batch.Closed)
            {
                putLead.Bind(1, lead.Id).Bind(2, lead.Version).Bind(3, lead.Seq).Bind(4, lead.State).Bind(5, lead.Lane).Bind(6, lead.Owner)
                    .Bind(7, lead.SentAt?.UtcTicks).Bind(8, lead.ReceivedAt.UtcTicks).Bind(9, lead.Source).Bind(10, lead.Outcome)
                    .Bind(11, lead.ClosedAt?.UtcTicks).Bind(12, lead.DueAt?.UtcTicks).Bind(13, lead.Card).Run();
            }

            moveCursor.Bind(1, name).Bind(2, batch.Last).Run();
            commit.Run();
        }
        finally
        {
            if (connection.Handle is { } open && raw.sqlite3_get_autocommit(open) == 0)
            {
                rollback.Run();
            }
        }
    }

    public void Dispose()
    {
        statements.ForEach(s => s.Dispose());
        connection.Dispose();
    }

    private void Write(RowStep step)
    {
        insertStep.Bind(1, step.Lead).Bind(2, step.Seq).Run();
        if (step.Entry is { } entry)
        {
            insertEntry.Bind(1, entry.Seq).Bind(2, entry.Lane).Bind(3, entry.At.UtcTicks).Bind(4, entry.Kind).Bind(5, step.Lead)
                .Bind(6, entry.LaneVersion).Bind(7, entry.Shares).Bind(8, entry.Receiver).Run();
        }
        else if (step.Strikes is { } number)
        {
            strikeOne.Bind(1, number).Bind(2, step.Seq).Run();
        }

        if (step.Restores is { } again)
        {
            restoreOne.Bind(1, again).Run();
        }
    }

    private Statement Prepare(string sql)
    {
        var statement = new Statement(connection, sql);
        statements.Add(statement);
        return statement;
    }
}
