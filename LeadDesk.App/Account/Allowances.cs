using System.Collections.Concurrent;

namespace LeadDesk.App.Account;

/// <summary>
/// At most so many for each key within any stretch of time, exact to a sixtieth of it; the running sixtieth counts as a whole.
/// In memory, and of a bounded number of keys: where there are more, the one that was heard of longest ago is forgotten first.
/// </summary>
public sealed class Allowances(TimeProvider time, TimeSpan stretch, int mostKeys = 10_000)
{
    // The framework's limiters (System.Threading.RateLimiting) take no TimeProvider: they follow the machine's own stopwatch, which no test can move.
    private readonly long startedAt = time.GetTimestamp();
    private readonly long slotTicks = stretch.Ticks / Allowance.Slots;
    private readonly ConcurrentDictionary<string, Allowance> all = new(StringComparer.Ordinal);
    private readonly Lock tidying = new();

    /// <summary>How many keys are remembered.</summary>
    public int Keys => all.Count;

    /// <summary>Takes one of so many; or, when all are taken, how long it is until one comes free.</summary>
    public TimeSpan? Take(string key, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var now = time.GetElapsedTime(startedAt).Ticks;
        var slot = now / slotTicks;
        if (!all.TryGetValue(key, out var allowance))
        {
            MakeRoom(slot);
            allowance = all.GetOrAdd(key, static _ => new());
        }

        var wait = allowance.Take(slot, most);
        return wait == 0 ? null : new TimeSpan(((slot + wait) * slotTicks) - now);
    }

    /// <summary>The latest one taken under this key does not count after all.</summary>
    public void GiveBack(string key)
    {
        if (all.TryGetValue(key, out var allowance))
        {
            allowance.GiveBack();
        }
    }

    private void MakeRoom(long slot)
    {
        lock (tidying)
        {
            if (all.Count < mostKeys)
            {
                return;
            }

            Forget(a => a.Last <= slot - Allowance.Slots, mostKeys);
            if (all.Count >= mostKeys)
            {
                Forget(_ => true, Math.Max(1, mostKeys / 2));
            }
        }
    }

    private void Forget(Predicate<Allowance> which, int most)
    {
        foreach (var key in all.Where(a => which(a.Value)).OrderBy(a => a.Value.Last).Take(most).Select(a => a.Key).ToList())
        {
            all.TryRemove(key, out _);
        }
    }
}
