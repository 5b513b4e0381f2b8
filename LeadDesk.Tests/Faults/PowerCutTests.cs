using System.Net.Http.Json;
using LeadDesk.Tests.Make;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Faults;

/// <summary>
/// The power goes: whatever was not flushed to the disk is there or not, as the dice fall. Three times in short, fifty times with
/// LEADDESK_FAULTS=full; and the process dies in the middle of a start or an end, at each flush of it.
/// </summary>
[Trait("Category", "Faults")]
public sealed class PowerCutTests : IDisposable
{
    private static readonly (int Cuts, int Each) Much = Extent.IsFull ? (50, 400) : (3, 120);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-power-");
    private readonly ITestOutputHelper output;
    private readonly FaultyDisk disk;

    public PowerCutTests(ITestOutputHelper output)
    {
        this.output = output;
        disk = new(folder);
    }

    public void Dispose()
    {
        disk.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [ShimFact(AndClaimCheck = true)]
    public async Task Nothing_acknowledged_is_lost_when_the_power_is_cut()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var dice = new Random(seed);
        using var server = new Server(disk.Store, await FaultFloor.WriteAsync(folder, CrashRun.Clients), disk.Environment);
        await new CrashRun(folder, disk.Store, output).RunAsync(server, Much.Cuts, Much.Each, () =>
        {
            disk.CutPower(dice);
            return Task.CompletedTask;
        });
    }

    [ShimFact]
    public async Task A_first_start_that_dies_at_a_flush_is_begun_again_as_if_nothing_had_been()
    {
        var floor = await FaultFloor.WriteAsync(folder, 1);
        var died = 0;
        foreach (var flush in Extent.IsFull ? Enumerable.Range(1, 200) : [1, 3, 6])
        {
            using var server = new Server(disk.Store, floor, disk.Environment);
            disk.DieAtFlush(flush);
            if (await server.TryStartAsync())
            {
                await server.KillAsync();
                break;
            }

            died++;
            disk.BeWell();
            await server.StartAsync();
            Assert.True(await SendAsync(server, 1));
            await server.KillAsync();
            disk.Forget();
        }

        output.WriteLine($"died at {died} flushes of a first start; each next start was well.");
        Assert.True(died > 0);
    }

    [ShimFact]
    public async Task An_end_that_dies_while_the_floor_is_written_down_loses_nothing()
    {
        using var server = new Server(disk.Store, await FaultFloor.WriteAsync(folder, 1), disk.Environment);
        await server.StartAsync();
        var sent = 0;
        foreach (var flush in Extent.IsFull ? Enumerable.Range(1, 12) : [1, 2, 4])
        {
            for (var i = 0; i < 20; i++)
            {
                Assert.True(await SendAsync(server, ++sent));
            }

            disk.DieAtFlush(flush);
            await server.TermAsync();
            disk.BeWell();
            await server.StartAsync();
            Assert.Equal(sent, StoreFile.Ask(disk.Store, "SELECT lead FROM log WHERE act = 'received'").Count);
        }

        Assert.True(await SendAsync(server, ++sent));
        await server.KillAsync();
    }

    [ShimFact]
    public async Task A_commit_whose_flush_failed_was_not_called_undone_where_a_crash_brings_it_back()
    {
        const int eio = 5;
        using var server = new Server(disk.Store, await FaultFloor.WriteAsync(folder, 1), disk.Environment);
        await server.StartAsync();
        var back = 0;
        for (var number = 1; number <= (Extent.IsFull ? 20 : 2); number++)
        {
            disk.FailFlushes(eio, -1, reallyDone: true);
            var said = await SayAsync(server, number);
            await server.KillAsync();
            disk.BeWell();
            await server.StartAsync();

            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, said.Status);
            var isThere = StoreFile.Ask(disk.Store, "SELECT key FROM seen").Contains($"{number}");
            Assert.False(isThere && said.Body.Contains("Nothing was changed", StringComparison.Ordinal), said.Body);
            back += isThere ? 1 : 0;
            Assert.True(await SendAsync(server, number));
            Assert.Equal(number, StoreFile.Ask(disk.Store, "SELECT lead FROM log WHERE act = 'received'").Count);
        }

        await server.KillAsync();
        output.WriteLine($"a crash brought {back} commits back whose flush had failed; each is there once.");
    }

    private static async Task<bool> SendAsync(Server server, int number) => (int)(await SayAsync(server, number)).Status is 200 or 202;

    private static async Task<(System.Net.HttpStatusCode Status, string Body)> SayAsync(Server server, int number)
    {
        using var http = new HttpClient { BaseAddress = server.Url, DefaultRequestHeaders = { Authorization = new("Bearer", FaultFloor.SourceToken) } };
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/leads", UriKind.Relative), new { name = "Ada", email = $"ada{number}@example.com", product = "blind", externalId = $"{number}" });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
