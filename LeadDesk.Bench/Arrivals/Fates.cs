using LeadDesk.Bench.Claims;
using Microsoft.Data.Sqlite;

namespace LeadDesk.Bench.Arrivals;

/// <summary>What the log says became of the leads.</summary>
internal sealed record Fates(int Received, HashSet<Guid> Answered, HashSet<Guid> Owned, int TakenBack, int TimedOut, double[] FirstAttempt)
{
    public static Fates Of(string store)
    {
        using var connection = new SqliteConnection($"Data Source={store};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var received = new Dictionary<Guid, long>();
        var answered = new Dictionary<Guid, long>();
        var owned = new HashSet<Guid>();
        var (back, timedOut) = (0, 0);
        using var read = RawTables.Command(connection, "SELECT lead, act, after, at, reason FROM log WHERE lead IS NOT NULL ORDER BY seq");
        using var rows = read.ExecuteReader();
        while (rows.Read())
        {
            var (lead, act, at) = (Guid.Parse(rows.GetString(0)), rows.GetString(1), rows.GetInt64(3));
            if (act == "received")
            {
                received.Add(lead, at);
            }
            else if (act == "attempted")
            {
                answered.TryAdd(lead, at);
            }

            var reason = rows.IsDBNull(4) ? "" : rows.GetString(4);
            back += act == "lost" && reason == "Reclaimed" ? 1 : 0;
            timedOut += act == "offer-ended" && reason == "TimedOut" ? 1 : 0;
            _ = rows.IsDBNull(2) ? owned.Remove(lead) : owned.Add(lead);
        }

        return new(received.Count, [.. answered.Keys], owned, back, timedOut, [.. answered.Select(a => (a.Value - received[a.Key]) / 1000.0).Order()]);
    }
}
