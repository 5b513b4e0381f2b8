using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Store;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Faults;

/// <summary>
/// The app as a process, killed in the middle of its work. The short form kills it three times; LEADDESK_FAULTS=full kills it a hundred
/// times. Run alone: dotnet test --filter Category=Faults
/// </summary>
[Trait("Category", "Faults")]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    public const string SourceToken = "faults-web-token-0000000000";
    private const int Clients = 8;
    private static readonly int Kills = Environment.GetEnvironmentVariable("LEADDESK_FAULTS") == "full" ? 100 : 3;
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-faults-");

    private string Store => Path.Combine(folder.FullName, "desk.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [ClaimCheckFact]
    public async Task Nothing_acknowledged_is_lost_or_given_twice_when_the_desk_is_killed()
    {
        using var server = new Server(Store, await FloorAsync());
        await server.StartAsync();
        var history = new ClaimHistory();
        var (acknowledged, leads) = (new ConcurrentBag<string>(), new ConcurrentQueue<string>());
        var clients = Enumerable.Range(0, Clients).Select(i => new ClaimClient(server.Url, i, TokenOf(i), history, acknowledged)).ToList();
        await Task.WhenAll(clients.Select(c => c.SignInAsync()));
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll(clients.Select(c => Task.Run(() => c.WorkAsync(leads, stop.Token))));
        for (var kill = 0; kill < Kills; kill++)
        {
            await AcknowledgedAsync(acknowledged, acknowledged.Count + 60 + (kill % 7), work);
            await server.KillAsync();
            await server.StartAsync();
        }

        await AcknowledgedAsync(acknowledged, acknowledged.Count + 60, work);
        await stop.CancelAsync();
        await work;
        await server.KillAsync();
        var file = Path.Combine(folder.FullName, "history.jsonl");
        await history.SaveAsync(file);

        var (code, said) = await PythonAsync(SharedData.Find("tools/check_claims.py")!, file, "--idempotent-claim", "--require-contended", "5", "--db", Store, "--sql", "SELECT lead, owner FROM v_lead_owner");
        output.WriteLine(said);
        Assert.True(code == 0, said + server.Said);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), Received().Where(new HashSet<string>(acknowledged, StringComparer.Ordinal).Contains).Order(StringComparer.Ordinal));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct(StringComparer.Ordinal).Count());
        if (ChainCheck.Script is { } chain)
        {
            var (broken, why) = await PythonAsync(chain, "--db", Store, "--sql", "SELECT * FROM v_ownership_log");
            Assert.True(broken == 0, why);
        }

        clients.ForEach(c => c.Dispose());
    }

    [ClaimCheckFact]
    public async Task While_somebody_else_holds_the_store_writes_answer_503_in_words_and_reads_go_on()
    {
        using var server = new Server(Store, await FloorAsync());
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { Authorization = new("Bearer", TokenOf(0)) } };
        await using (var foreign = new SqliteConnection($"Data Source={Store};Pooling=False"))
        {
            await foreign.OpenAsync();
            await using var begin = foreign.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            await begin.ExecuteNonQueryAsync();
            using var refused = await http.PutAsJsonAsync(new Uri("/api/v1/desk/presence", UriKind.Relative), new { presence = "available" });
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("Nothing was changed", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            using var read = await http.GetAsync(new Uri("/api/v1/desk", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        }

        // Nobody writes, and still it becomes ready.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await Server.IsReadyAsync(http, limit.Token))
        {
            await Task.Delay(50, limit.Token);
        }

        using var done = await http.PutAsJsonAsync(new Uri("/api/v1/desk/presence", UriKind.Relative), new { presence = "available" });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    private static string TokenOf(int client) => $"faults-rep-{client}-token-0000000000";

    private static async Task AcknowledgedAsync(ConcurrentBag<string> acknowledged, int wanted, Task work)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (acknowledged.Count < wanted)
        {
            if (work.IsCompleted)
            {
                await work;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    private static async Task<(int Code, string Said)> PythonAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(ChainCheck.Python!, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    private List<string> Received()
    {
        using var connection = new SqliteConnection($"Data Source={Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT lead FROM log WHERE act = 'received'";
        using var reader = command.ExecuteReader();
        var leads = new List<string>();
        while (reader.Read())
        {
            leads.Add(reader.GetString(0));
        }

        return leads;
    }

    /// <summary>Two lanes in which only clients move leads.</summary>
    private async Task<string> FloorAsync()
    {
        object Lane(string key, string method, object[]? rings) => new
        {
            key,
            name = key,
            method,
            when = new { product = new[] { key } },
            rings,
            noRepeat = 0,
            firstAttemptMinutes = 10_000,
            holdMinutes = new[] { 10_000, 20_000 },
            leftBehindMinutes = new[] { 10_000, 20_000 },
            wipLimit = 10_000,
            fallback = "managers",
        };
        var floor = new
        {
            people = Enumerable.Range(0, Clients).Select(i => new { name = $"Rep {i}", email = $"rep{i}@example.com", role = "rep", wipLimit = 10_000, token = TokenOf(i) }),
            sources = new[] { new { key = "web", name = "Web", kind = "form", token = SourceToken } },
            lanes = new[] { Lane("tank", "sharkTank", [new { forSeconds = 500_000 }]), Lane("blind", "blindPull", null) },
            clocks = new { breach = new[] { "tellManager" } },
        };
        var file = Path.Combine(folder.FullName, "floor.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(floor, WithoutNulls));
        return file;
    }
}
