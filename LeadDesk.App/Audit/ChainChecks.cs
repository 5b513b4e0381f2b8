using LeadDesk.App.Desk;
using LeadDesk.App.Store;

namespace LeadDesk.App.Audit;

/// <summary>Walks along the chain for whoever asks, one walk at a time: a walk reads the whole log, and nobody else shall wait for a crowd of them.</summary>
public sealed class ChainChecks(StoreAddress address, EventLog log, DeskClock clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile ChainVerdict? last;

    /// <summary>The newest finding since the desk started.</summary>
    public ChainVerdict? Last => last;

    public void Dispose() => turn.Dispose();

    /// <summary>A walk up to the head at its start; progress is told how many events have been walked.</summary>
    public async Task<ChainVerdict> RunAsync(Action<long>? progress = null, CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var head = log.Head;
            var state = await Task.Run(() => ChainWalk.Run(address, head, progress, cancel), cancel);
            return last = new(clock.Now(), state);
        }
        finally
        {
            turn.Release();
        }
    }
}
