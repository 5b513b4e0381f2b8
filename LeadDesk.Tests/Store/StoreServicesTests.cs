using System.Globalization;
using System.Xml.Linq;
using LeadDesk.App.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>The store as the house runs it.</summary>
public sealed class StoreServicesTests : IAsyncLifetime
{
    private readonly TempStore store = new();

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_stop_empties_the_write_ahead_log_and_writes_the_head()
    {
        using var host = Host();
        await host.StartAsync();
        var log = host.Services.GetRequiredService<EventLog>();
        log.Append(Lines.Batch(1, 3));

        await host.StopAsync();

        Assert.True(new FileInfo(store.Address.WalFile) is { Exists: false } or { Length: 0 });
        var head = (await File.ReadAllLinesAsync(store.Address.HeadsFile)).Single().Split(' ');
        Assert.Equal(["3", log.HeadHash], head[1..]);
        Assert.EndsWith("Z", head[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_write_ahead_log_moves_into_the_file_while_the_desk_runs()
    {
        using var host = Host();
        await host.StartAsync();
        var before = new FileInfo(store.Address.File).Length;
        host.Services.GetRequiredService<EventLog>().Append(Lines.Batch(1, 1000));

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (new FileInfo(store.Address.File).Length == before)
        {
            await Task.Delay(10, limit.Token);
        }

        await host.StopAsync();
    }

    [Fact]
    public async Task Every_connection_is_durable_and_overwrites_what_it_erases()
    {
        using var host = Host();
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<LeadDeskContext>>().CreateDbContextAsync();

        await db.Database.OpenConnectionAsync();

        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal("2", await PragmaAsync(db, "synchronous"));
        Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
        Assert.Equal("1", await PragmaAsync(db, "secure_delete"));
        Assert.Equal("0", await PragmaAsync(db, "wal_autocheckpoint"));
    }

    [Fact]
    public async Task Erased_text_is_in_no_file_after_the_write_ahead_log_is_emptied()
    {
        const string canary = "canary-4711-lovelace";
        using var host = Host();
        await host.StartAsync();
        host.Services.GetRequiredService<EventLog>().Append(Lines.Batch(Lines.Line(1, text: canary, lead: Lines.Lead(1))));
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<LeadDeskContext>>().CreateDbContextAsync())
        {
            Assert.Equal(1, await db.Personal.Where(p => p.Lead == Lines.Lead(1)).ExecuteDeleteAsync());
        }

        Assert.True(host.Services.GetRequiredService<WalCheckpoint>().Truncate());

        foreach (var file in Directory.GetFiles(store.Address.Folder))
        {
            Assert.DoesNotContain(canary, await ReadAsync(file), StringComparison.Ordinal);
        }

        await host.StopAsync();
    }

    [Fact]
    public void What_one_run_protected_the_next_can_open()
    {
        using var first = Host();
        var secret = first.Services.GetDataProtectionProvider().CreateProtector("test").Protect("kept");

        using var second = Host();

        Assert.Equal("kept", second.Services.GetDataProtectionProvider().CreateProtector("test").Unprotect(secret));
        Assert.Single(second.Services.GetRequiredService<IXmlRepository>().GetAllElements(), e => e.Name == (XName)"key");
    }

    private static async Task<string?> PragmaAsync(LeadDeskContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddStore(store.Address);
        return builder.Build();
    }
}
