using System.Globalization;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>A real, migrated store in a folder of its own, gone with its files after the test.</summary>
public sealed class TempStore : IDbContextFactory<LeadDeskContext>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-store-");

    public TempStore() => Address = StoreAddress.Parse($"sqlite:{Path.Combine(folder.FullName, "desk.db")}").Value!;

    public StoreAddress Address { get; }

    public WriteTurn Turn { get; } = new();

    public LeadDeskContext CreateDbContext() =>
        new((DbContextOptions<LeadDeskContext>)new DbContextOptionsBuilder<LeadDeskContext>().UseStore(Address).Options);

    public EventLog Open() => new(Address, Turn);

    public async Task InitializeAsync()
    {
        var trouble = await Migrations.ApplyAsync(this, Address);
        Assert.True(trouble is null, trouble);
    }

    public Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs SQL as an outsider would, past the app.</summary>
    public IReadOnlyList<string> Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Address.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
