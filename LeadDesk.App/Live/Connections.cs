using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Live;

/// <summary>Who has a live connection, a page or a hub; tells when a person's first one came and their last one went.</summary>
public sealed class Connections
{
    /// <summary>So many pages and hub connections one person may have open at once; each of them costs everybody a little.</summary>
    public const int MostEach = 50;

    private readonly Lock turn = new();
    private readonly Dictionary<RepId, int> open = [];

    /// <summary>The person, and whether they are connected now; in order, and one at a time. Listeners only take note: they must not wait.</summary>
#pragma warning disable MA0046 // nobody asks who sends it
    public event Action<RepId, bool>? Changed;
#pragma warning restore MA0046

    public bool IsConnected(RepId rep)
    {
        lock (turn)
        {
            return open.ContainsKey(rep);
        }
    }

    /// <summary>The person has as many open as one may have.</summary>
    public bool IsFull(RepId rep)
    {
        lock (turn)
        {
            return open.GetValueOrDefault(rep) >= MostEach;
        }
    }

    public IReadOnlyList<RepId> All()
    {
        lock (turn)
        {
            return [.. open.Keys];
        }
    }

    /// <summary>Counts one connection until it is disposed.</summary>
    public IDisposable Open(RepId rep) => TryOpen(rep, int.MaxValue)!;

    /// <summary>Counts one connection until it is disposed; null when the person has as many as one may have.</summary>
    public IDisposable? TryOpen(RepId rep, int most = MostEach)
    {
        lock (turn)
        {
            if (open.GetValueOrDefault(rep) >= most)
            {
                return null;
            }

            Count(rep, +1);
            return new Opened(this, rep);
        }
    }

    /// <summary>Told under the lock: a going that overtook a coming would leave a person connected for ever.</summary>
    private void Count(RepId rep, int by)
    {
        lock (turn)
        {
            var before = open.GetValueOrDefault(rep);
            var after = before + by;
            if (after == 0)
            {
                open.Remove(rep);
            }
            else
            {
                open[rep] = after;
            }

            if (before == 0 || after == 0)
            {
                Changed?.Invoke(rep, after > 0);
            }
        }
    }

    private sealed class Opened(Connections all, RepId rep) : IDisposable
    {
        private int done;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
            {
                all.Count(rep, -1);
            }
        }
    }
}
