using System.Collections.Concurrent;
using System.Diagnostics;

namespace LeadDesk.Bench.Claims;

/// <summary>Callers that claim one lead after another, each waiting for its answer, for a time or a number of claims.</summary>
internal static class Load
{
    public static async Task<Measured> RunAsync(IClaimer claimer, int callers, double seconds, int most)
    {
        var told = new ConcurrentDictionary<Guid, int>();
        var twice = 0;
        var none = 0;
        var turn = -1;
        var latencies = new List<double>[callers];
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var pauses = GC.GetTotalPauseDuration();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var mine = latencies[caller] = new List<double>(100_000);
            while (clock.Elapsed.TotalSeconds < seconds && Interlocked.Increment(ref turn) is var next && next < most)
            {
                var began = Stopwatch.GetTimestamp();
                if (await claimer.ClaimAsync(caller, next) is not { } lead)
                {
                    Interlocked.Increment(ref none);
                    break;
                }

                mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                if (!told.TryAdd(lead, caller))
                {
                    Interlocked.Increment(ref twice);
                }
            }
        })));
        var elapsed = clock.Elapsed.TotalSeconds;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        pauses = GC.GetTotalPauseDuration() - pauses;
        var (lost, doubled) = Compare(told, claimer.OnDisk());
        var all = latencies.SelectMany(l => l).Order().ToArray();
        return new(told.Count, elapsed, all, cpu.TotalMicroseconds, twice + doubled, lost, none) { PauseMilliseconds = pauses.TotalMilliseconds };
    }

    /// <summary>Claims that were told but are not in the file, and leads that the file gives twice or to somebody else.</summary>
    private static (int Lost, int Doubled) Compare(ConcurrentDictionary<Guid, int> told, IEnumerable<(Guid Lead, int Caller)> disk)
    {
        var seen = new Dictionary<Guid, int>();
        var doubled = 0;
        foreach (var (lead, caller) in disk)
        {
            if (!seen.TryAdd(lead, caller) || (told.TryGetValue(lead, out var owner) && owner != caller))
            {
                doubled++;
            }
        }

        return (told.Keys.Count(lead => !seen.ContainsKey(lead)), doubled);
    }
}
