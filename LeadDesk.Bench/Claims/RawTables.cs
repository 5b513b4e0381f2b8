using Microsoft.Data.Sqlite;

namespace LeadDesk.Bench.Claims;

/// <summary>What somebody would write without us: a table of leads with its indexes, and one of events.</summary>
internal static class RawTables
{
    public static SqliteConnection Open(string file, string synchronous = "FULL")
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=30");
        connection.Open();
        Run(connection, $"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter(parameter, null));
        }

        return command;
    }

    public static void Seed(string file, int leads)
    {
        using var connection = Open(file, "OFF");
        Run(connection, """
            CREATE TABLE Leads(Id INTEGER PRIMARY KEY, State INTEGER NOT NULL, Source INTEGER NOT NULL, Region INTEGER NOT NULL, Product INTEGER NOT NULL,
              Name TEXT NOT NULL, Email TEXT NOT NULL, Phone TEXT NOT NULL, Message TEXT NOT NULL, Score INTEGER NOT NULL, ReceivedAt INTEGER NOT NULL, DueAt INTEGER NOT NULL,
              OwnerId INTEGER NULL, ClaimedAt INTEGER NULL, Version INTEGER NOT NULL);
            CREATE INDEX IX_Leads_State_Due ON Leads(State, DueAt);
            CREATE INDEX IX_Leads_Owner_State ON Leads(OwnerId, State);
            CREATE UNIQUE INDEX IX_Leads_Email ON Leads(Email);
            CREATE TABLE Events(Id INTEGER PRIMARY KEY AUTOINCREMENT, LeadId INTEGER NOT NULL, RepId INTEGER NOT NULL, Kind INTEGER NOT NULL, At INTEGER NOT NULL, Data TEXT NULL);
            CREATE INDEX IX_Events_Lead ON Events(LeadId);
            """);
        using var all = connection.BeginTransaction();
        using var insert = Command(connection, "INSERT INTO Leads VALUES($i,0,$s,$r,$p,'Customer '||$i,'customer'||$i||'@example.test','+1555'||$i,'I would like to know more about the ring on your site, size 6, yellow gold.',$c,$i,$i,NULL,NULL,0)", "$i", "$s", "$r", "$p", "$c");
        insert.Transaction = all;
        var random = new Random(7);
        for (var i = 1; i <= leads; i++)
        {
            insert.Parameters[0].Value = i;
            insert.Parameters[1].Value = random.Next(8);
            insert.Parameters[2].Value = random.Next(12);
            insert.Parameters[3].Value = random.Next(20);
            insert.Parameters[4].Value = random.Next(100);
            insert.ExecuteNonQuery();
        }

        all.Commit();
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;");
    }
}
