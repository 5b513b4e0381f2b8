using System.Collections.Immutable;
using System.Threading.Channels;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Live;

/// <summary>One pair of eyes on the desk. Changes gather while their owner is busy; when too many have gathered, only the fact that there were some is kept.</summary>
public sealed class BoardSubscription(RepId viewer, bool wholeFloor, Action<BoardSubscription> close) : IDisposable
{
    private const int MostGathered = 512;
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly Lock gate = new();
    private ImmutableList<Committed> gathered = [];
    private bool missed;

    public RepId Viewer => viewer;

    public bool WholeFloor => wholeFloor;

    /// <summary>The changes taken last are not all there were: too many had gathered.</summary>
    public bool Missed { get; private set; }

    /// <summary>Waits until there is a change to take, or it was closed.</summary>
    public ValueTask<bool> AnyAsync(CancellationToken cancel) => signal.Reader.WaitToReadAsync(cancel);

    /// <summary>Waits for a change and takes all that have gathered; empty when it was closed or there were too many to tell one by one.</summary>
    public async ValueTask<ImmutableList<Committed>> NextAsync(CancellationToken cancel)
    {
        await signal.Reader.ReadAsync(cancel);
        lock (gate)
        {
            var changes = gathered;
            gathered = [];
            (Missed, missed) = (missed, false);
            return changes;
        }
    }

    public void Dispose()
    {
        close(this);
        signal.Writer.TryComplete();
    }

    /// <summary>Wakes the one who waits, without a change.</summary>
    internal void Wake() => signal.Writer.TryWrite(true);

    internal void Tell(Committed change)
    {
        lock (gate)
        {
            missed |= gathered.Count >= MostGathered;
            gathered = missed ? [] : gathered.Add(change);
        }

        signal.Writer.TryWrite(true);
    }
}
