namespace LeadDesk.App.Store;

/// <summary>The turn to write, one at a time within this process. Writers that met in SQLite's own busy handler would sleep for up to two seconds.</summary>
#pragma warning disable CA1001 // it holds nothing to give back, and whoever writes last at a stop must not find it gone
public sealed class WriteTurn
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim free = new(1, 1);

    /// <summary>Waits for the turn; null when the patience ran out.</summary>
    public IDisposable? TryTake(TimeSpan patience) => free.Wait(patience) ? new Taken(free) : null;

    /// <summary>Awaits the turn; null when the patience ran out.</summary>
    public async Task<IDisposable?> TryTakeAsync(TimeSpan patience, CancellationToken cancel = default) =>
        await free.WaitAsync(patience, cancel) ? new Taken(free) : null;

    public IDisposable Take()
    {
        free.Wait();
        return new Taken(free);
    }

    private sealed class Taken(SemaphoreSlim free) : IDisposable
    {
        private SemaphoreSlim? mine = free;

        public void Dispose() => Interlocked.Exchange(ref mine, null)?.Release();
    }
}
