using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace LeadDesk.Tests.Faults;

/// <summary>One server on a disk that fails as told, for all facts of a class; each leaves it well.</summary>
public sealed class DiskServer : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-disk-");
    private Server? server;
    private int sent;

    internal FaultyDisk Disk { get; private set; } = null!;

    internal HttpClient Rep { get; private set; } = null!;

    internal HttpClient Source { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (FaultyDisk.Shim is null)
        {
            return;
        }

        Disk = new(folder);
        server = new Server(Disk.Store, await FaultFloor.WriteAsync(folder, 1), Disk.Environment);
        await server.StartAsync();
        Rep = new() { BaseAddress = server.Url, DefaultRequestHeaders = { Authorization = new("Bearer", FaultFloor.TokenOf(0)) } };
        Source = new() { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(20), DefaultRequestHeaders = { Authorization = new("Bearer", FaultFloor.SourceToken) } };
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        server?.Dispose();
        Rep?.Dispose();
        Source?.Dispose();
        Disk?.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Sends a lead that nobody sent before.</summary>
    internal Task<SentLead> SendAsync() => SendAsync($"lead-{Interlocked.Increment(ref sent)}");

    /// <summary>Sends a lead, or the same one again.</summary>
    internal async Task<SentLead> SendAsync(string external)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/leads", UriKind.Relative))
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { name = "Ada", email = $"{external}@example.com", product = "blind", externalId = external }),
            Headers = { { "Idempotency-Key", external } },
        };
        var watch = Stopwatch.StartNew();
        using var answer = await Source.SendAsync(request);
        return new(external, answer.StatusCode, await answer.Content.ReadAsStringAsync(), watch.Elapsed);
    }
}
