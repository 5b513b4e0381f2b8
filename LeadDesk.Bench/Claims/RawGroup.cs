using System.Threading.Channels;

namespace LeadDesk.Bench.Claims;

/// <summary>Bare group commit: whoever waits shares one transaction. Either the rows are updated too, or only the event is written and memory decides.</summary>
internal sealed class RawGroup(WorkFolder folder, int leads, bool rows) : RawClaimer(folder, rows ? "raw-group" : "raw-group-log-only", leads, checkpointPages: 16_384)
{
    private const int Most = 256;
    private readonly HashSet<int> taken = [];
    private readonly Channel<(int Lead, int Rep, TaskCompletionSource<bool> Done)> waiting =
        Channel.CreateBounded<(int, int, TaskCompletionSource<bool>)>(new BoundedChannelOptions(4096) { SingleReader = true });

    private Task? writer;

    public override Task RefillAsync()
    {
        taken.Clear();
        return base.RefillAsync();
    }

    public override void Dispose()
    {
        waiting.Writer.TryComplete();
        base.Dispose();
    }

    protected override async ValueTask<bool> ClaimAsync(int lead, int rep, CancellationToken cancel)
    {
        _ = LazyInitializer.EnsureInitialized(ref writer, () => Task.Run(() => WriteAsync(cancel), cancel));
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((lead, rep, done), cancel);
        return await done.Task;
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        var batch = new List<(TaskCompletionSource<bool> Done, bool Won)>(Most);
        while (await waiting.Reader.WaitToReadAsync(cancel))
        {
            batch.Clear();
            Connection.Begin();
            while (batch.Count < Most && waiting.Reader.TryRead(out var next))
            {
                batch.Add((next.Done, rows ? Connection.Claim(next.Lead, next.Rep) : taken.Add(next.Lead) && Connection.Append(next.Lead, next.Rep)));
            }

            Connection.Commit();
            batch.ForEach(b => b.Done.SetResult(b.Won));
        }
    }
}
