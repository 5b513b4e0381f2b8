using Microsoft.Data.Sqlite;

namespace LeadDesk.Bench.Claims;

/// <summary>One connection with prepared commands for a claim: the conditional update of the lead and the event beside it.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand update;
    private readonly SqliteCommand insert;

    public RawConnection(string file, int checkpointPages)
    {
        connection = RawTables.Open(file);
        RawTables.Run(connection, $"PRAGMA wal_autocheckpoint={checkpointPages}");
        begin = RawTables.Command(connection, "BEGIN IMMEDIATE");
        commit = RawTables.Command(connection, "COMMIT");
        update = RawTables.Command(connection, "UPDATE Leads SET OwnerId=$o, State=1, ClaimedAt=$t, Version=Version+1 WHERE Id=$i AND OwnerId IS NULL", "$i", "$o", "$t");
        insert = RawTables.Command(connection, "INSERT INTO Events(LeadId,RepId,Kind,At,Data) VALUES($i,$o,1,$t,'claimed from the queue')", "$i", "$o", "$t");
        foreach (var command in new[] { begin, commit, update, insert })
        {
            command.Prepare();
        }
    }

    public void Begin() => begin.ExecuteNonQuery();

    public void Commit() => commit.ExecuteNonQuery();

    public bool Claim(int lead, int rep)
    {
        Fill(update, lead, rep);
        return update.ExecuteNonQuery() == 1 && Append(lead, rep);
    }

    /// <summary>The event alone.</summary>
    public bool Append(int lead, int rep)
    {
        Fill(insert, lead, rep);
        return insert.ExecuteNonQuery() == 1;
    }

    public void Dispose()
    {
        foreach (var command in new[] { begin, commit, update, insert })
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private static void Fill(SqliteCommand command, int lead, int rep)
    {
        command.Parameters[0].Value = lead;
        command.Parameters[1].Value = rep;
        command.Parameters[2].Value = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
