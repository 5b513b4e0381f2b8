using System.Net;
using System.Net.Http.Json;
using LeadDesk.Tests.Make;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Faults;

/// <summary>The app as a process, killed in the middle of its work: three times in short, a hundred times in a hundred thousand writes with LEADDESK_FAULTS=full.</summary>
[Trait("Category", "Faults")]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly (int Kills, int Each) Much = Extent.IsFull ? (100, 1000) : (3, 150);
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
        using var server = new Server(Store, await FaultFloor.WriteAsync(folder, CrashRun.Clients));
        await new CrashRun(folder, Store, output).RunAsync(server, Much.Kills, Much.Each, () => Task.CompletedTask);
    }

    [ClaimCheckFact]
    public async Task While_somebody_else_holds_the_store_writes_answer_503_in_words_and_reads_go_on()
    {
        using var server = new Server(Store, await FaultFloor.WriteAsync(folder, 1));
        await server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { Authorization = new("Bearer", FaultFloor.TokenOf(0)) } };
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
        await Server.UntilReadyAsync(http);
        using var done = await http.PutAsJsonAsync(new Uri("/api/v1/desk/presence", UriKind.Relative), new { presence = "available" });
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }
}
