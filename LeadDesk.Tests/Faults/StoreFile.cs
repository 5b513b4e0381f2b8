using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LeadDesk.Tests.Faults;

/// <summary>The store's file as an outsider reads it.</summary>
internal static class StoreFile
{
    /// <summary>The rows, the columns of each joined by |.</summary>
    public static List<string> Ask(string store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a test's own texts
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
