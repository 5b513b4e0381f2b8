using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using LeadDesk.Tests.Live;
using LeadDesk.Tests.Make;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Faults;

/// <summary>
/// Many people go for the same leads at once, over real HTTP and with the live feed open, half of them over a line that is cut again and
/// again: a few thousand calls in short, 200,000 of fifty people with LEADDESK_FAULTS=full.
/// </summary>
[Trait("Category", "Faults")]
public sealed class ClaimStormTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Calls = Extent.Of("LEADDESK_STORM", 2_000, 200_000);
    private static readonly (int People, int Calls, int Granted, int Contended) Much = (Extent.IsFull ? 50 : 12, Calls, Calls / 10, Calls / 200);
    private const int Ears = 10;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-storm-");
    private int cuts;
    private int frames;
    private int lostFeeds;

    private string Store => Path.Combine(folder.FullName, "desk.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [ClaimCheckFact]
    public async Task However_many_want_a_lead_at_once_one_has_it()
    {
        using var server = new Server(Store, await FaultFloor.WriteAsync(folder, Much.People));
        await server.StartAsync();
        using var line = CutProxy.Script is null ? null : await CutProxy.StartAsync(server.Url);
        var history = new ClaimHistory();
        var (acknowledged, leads) = (new ConcurrentBag<string>(), new ConcurrentQueue<string>());
        var clients = Enumerable.Range(0, Much.People).Select(i => new ClaimClient(i % 2 == 0 || line is null ? server.Url : new Uri(line.Url), i, FaultFloor.TokenOf(i), history, acknowledged)).ToList();
        await Task.WhenAll(clients.Select(c => c.SignInAsync()));
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var ears = clients.Take(Ears).Select((c, i) => Task.Run(() => HearAsync(server.Url, c, i, stop.Token))).ToList();
        var work = clients.Select(c => Task.Run(() => c.WorkAsync(leads, stop.Token))).ToList();
        while (clients.Sum(c => c.Asked) < Much.Calls || clients.Sum(c => c.Granted) < Much.Granted)
        {
            if (work.Concat(ears).FirstOrDefault(t => t.IsCompleted) is { } broke)
            {
                await broke;
            }

            await Task.WhenAny(work.Append(Task.Delay(500)));
            if (line is not null)
            {
                await line.CutAsync();
                cuts++;
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(work);
        var took = watch.Elapsed;
        await server.TermAsync();
        await Task.WhenAll(ears);
        await ClaimJudge.JudgeAsync(folder, Store, history, acknowledged, Much.Contended, output);
        output.WriteLine($"{clients.Sum(c => c.Asked)} calls of {Much.People} people in {took.TotalSeconds:F0} s over a line cut {cuts} times, {clients.Sum(c => c.Granted)} granted, {acknowledged.Count} leads, {frames} live messages ({lostFeeds} feeds lost and begun again): 0 given twice, 0 lost.");
        clients.ForEach(c => c.Dispose());
    }

    /// <summary>A person's live feed tells of no lead as theirs that is somebody else's; whoever loses it comes back.</summary>
    private async Task HearAsync(Uri url, ClaimClient client, int number, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var hub = await RawHub.ConnectAsync($"{url.ToString().TrimEnd('/')}/hubs/desk?access_token={FaultFloor.TokenOf(number)}");
                hub.Keeps = false;
                await hub.HelloAsync();
                while (!stop.IsCancellationRequested)
                {
                    var card = (await hub.MessageAsync("LeadChanged"))[0];
                    Assert.Equal(client.Rep, card.GetProperty("ownerId").GetString());
                    Interlocked.Increment(ref frames);
                }
            }
            catch (Exception lost) when (lost is TimeoutException or WebSocketException)
            {
                Interlocked.Increment(ref lostFeeds);
            }
        }
    }
}
