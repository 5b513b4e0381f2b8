using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Faults;

/// <summary>Clients work without pause while the desk goes down again and again; in the end everything they were told must be true.</summary>
internal sealed class CrashRun(DirectoryInfo folder, string store, ITestOutputHelper output)
{
    public const int Clients = 8;

    /// <summary>So many crashes, each after so many acknowledged writes more.</summary>
    public async Task RunAsync(Server server, int crashes, int each, Func<Task> crash)
    {
        await server.StartAsync();
        var history = new ClaimHistory();
        var (acknowledged, leads) = (new ConcurrentBag<string>(), new ConcurrentQueue<string>());
        var clients = Enumerable.Range(0, Clients).Select(i => new ClaimClient(server.Url, i, FaultFloor.TokenOf(i), history, acknowledged)).ToList();
        await Task.WhenAll(clients.Select(c => c.SignInAsync()));
        using var stop = new CancellationTokenSource();
        var work = Task.WhenAll(clients.Select(c => Task.Run(() => c.WorkAsync(leads, stop.Token))));
        for (var i = 0; i < crashes; i++)
        {
            await AcknowledgedAsync(clients, each + (i % 7), work);
            await server.KillAsync();
            await crash();
            await server.StartAsync();
        }

        await AcknowledgedAsync(clients, each, work);
        await stop.CancelAsync();
        await work;
        await server.KillAsync();
        await ClaimJudge.JudgeAsync(folder, store, history, acknowledged, 5, output);
        output.WriteLine($"{crashes} crashes in {clients.Sum(c => c.Told)} acknowledged writes ({acknowledged.Count} leads, {clients.Sum(c => c.Granted)} granted): 0 lost, 0 double.");
        clients.ForEach(c => c.Dispose());
    }

    private static async Task AcknowledgedAsync(List<ClaimClient> clients, int more, Task work)
    {
        var wanted = clients.Sum(c => c.Told) + more;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (clients.Sum(c => c.Told) < wanted)
        {
            if (work.IsCompleted)
            {
                await work;
            }

            await Task.Delay(10, limit.Token);
        }
    }
}
