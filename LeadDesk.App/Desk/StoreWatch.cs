using System.Threading.Channels;
using LeadDesk.App.Store;

namespace LeadDesk.App.Desk;

/// <summary>
/// Stands beside the loop while it writes, because a disk may take any time: whoever has waited as long as is bearable is answered. A batch whose
/// commit has not begun is called off; one whose commit has begun is uncertain, and its callers are told so; commands behind it are refused.
/// What becomes of the commit the loop finds out when the disk answers.
/// </summary>
internal sealed class StoreWatch : IDisposable
{
    public static readonly Unwritten Uncertain = new(Standstill.Uncertain, "It is not certain yet whether this was saved. Try again with the same Idempotency-Key in a moment.");
    private static readonly Unwritten Silent = new(Standstill.Silent, "The desk cannot write right now: the disk does not answer. Nothing was changed; try again in a moment.");

    /// <summary>Most commits are over long before anybody has to look.</summary>
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);
    private readonly Lock turn = new();
    private readonly ChannelReader<Pending> waiting;
    private readonly CommittedFloor committed;
    private readonly TimeProvider time;
    private readonly Patience patience;
    private readonly Action<string> trouble;
    private readonly ITimer timer;
    private IReadOnlyList<Pending>? batch;
    private CommitGate gate = new();
    private long begunAt;

    public StoreWatch(ChannelReader<Pending> waiting, CommittedFloor committed, TimeProvider time, Patience patience, Action<string> trouble)
    {
        (this.waiting, this.committed, this.time, this.patience, this.trouble) = (waiting, committed, time, patience, trouble);
        timer = time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The loop begins to write this batch; it may only commit through the gate.</summary>
    public CommitGate Begin(IReadOnlyList<Pending> written)
    {
        lock (turn)
        {
            (batch, gate, begunAt) = (written, new(), time.GetTimestamp());
        }

        timer.Change(First, Every);
        return gate;
    }

    /// <summary>The disk has answered.</summary>
    public void End()
    {
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (turn)
        {
            batch = null;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        lock (turn)
        {
            if (batch is null)
            {
                return;
            }

            var stuck = time.GetElapsedTime(begunAt) >= patience.Time;
            foreach (var pending in batch)
            {
                if (stuck || IsOld(pending))
                {
                    Tell(pending, gate.TryCallOff() ? Silent : Uncertain);
                }
            }

            // Whoever takes a command out of the line has it alone: these are never begun.
            while (waiting.TryPeek(out var next) && (stuck || IsOld(next)) && waiting.TryRead(out var late))
            {
                Tell(late, Silent);
            }
        }
    }

    private bool IsOld(Pending pending) => time.GetElapsedTime(pending.SentAt) >= patience.Time;

    private void Tell(Pending pending, Unwritten why)
    {
        if (pending.Tell(new Answer(new Decided(503), committed.Now) { Unavailable = why }))
        {
            trouble(why.Words);
        }
    }
}
