using System.Globalization;
using System.Text;
using LeadDesk.App.Desk;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Store.Rows;
using LeadDesk.App.Store.Sqlite;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Store;

/// <summary>Follows the log with a cursor of its own and writes rows for closed leads, histories and ledgers. Nothing is ever decided from them.</summary>
public sealed partial class Projector(EventLog log, CommittedFloor committed, StoreAddress address, WriteTurn turn, DeskLoop desk, TimeProvider time, ILogger<Projector> logger) : BackgroundService
{
    private const string Name = "projector";

    /// <summary>Few, because claims wait for the turn while they are written.</summary>
    private const int AtOnce = 256;

    /// <summary>What was just committed need not be read back, up to this many events; the log has the rest.</summary>
    private const int MostFresh = 20_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim news = new(1, 1);
    private readonly Queue<Stamped> fresh = [];
    private readonly Lock gate = new();
    private RowWriter? writer;
    private long projected;
    private TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The log's number up to which the rows tell the story.</summary>
    public long Projected => Interlocked.Read(ref projected);

    /// <summary>Waits, a second at the most, until the rows have come as far as this number; false when they have not.</summary>
    public async Task<bool> ReachAsync(long seq, CancellationToken cancel = default)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            while (Projected < seq)
            {
                var next = reached.Task;
                if (Projected >= seq)
                {
                    break;
                }

                await next.WaitAsync(either.Token);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    public override void Dispose()
    {
        news.Dispose();
        writer?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desk.Listen(Take);
        try
        {
            // Off the thread that starts the host; SQLite has no asynchronous calls.
            await Task.Yield();
            writer = new RowWriter(address);
            Interlocked.Exchange(ref projected, writer.CursorOf(Name));
            while (true)
            {
                await FollowAsync(stoppingToken);
                await news.WaitAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; the rest is projected at the next start.
        }
    }

    private void Take(Committed change)
    {
        lock (gate)
        {
            if (fresh.Count + change.Events.Length > MostFresh)
            {
                fresh.Clear();
            }

            foreach (var stamped in change.Events)
            {
                fresh.Enqueue(stamped);
            }
        }

        Wake();
    }

    private void Wake()
    {
        try
        {
            news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        while (Projected < committed.Now.Seq)
        {
            try
            {
                var floor = committed.Now;
                var events = Next(floor.Seq);
                if (events.Count == 0)
                {
                    return;
                }

                writer ??= new RowWriter(address);
                var batch = RowsOf(events, floor, writer);
                // Taken on this thread: a turn that was awaited would be held while its continuation queues for a thread.
                using (turn.Take())
                {
                    writer.Write(Name, batch);
                }

                Interlocked.Exchange(ref projected, batch.Last);
                Interlocked.Exchange(ref reached, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                Behind(trouble);
                writer?.Dispose();
                writer = null;
                await Task.Delay(Patience, time, cancel);
            }
        }
    }

    /// <summary>The next few events, none beyond this number.</summary>
    private List<Stamped> Next(long most)
    {
        var next = new List<Stamped>(AtOnce);
        lock (gate)
        {
            while (fresh.TryPeek(out var first) && first.Seq <= Projected)
            {
                fresh.Dequeue();
            }

            while (next.Count < AtOnce && fresh.TryPeek(out var stamped) && stamped.Seq == Projected + next.Count + 1 && stamped.Seq <= most)
            {
                next.Add(fresh.Dequeue());
            }
        }

        return next.Count > 0 ? next : [.. log.ReadFrom(Projected, AtOnce).Where(e => e.Seq <= most).Select(EventCodec.Read)];
    }

    private static RowBatch RowsOf(List<Stamped> events, SalesFloor floor, RowWriter rows)
    {
        var steps = new List<RowStep>(events.Count);
        var touched = new Dictionary<LeadId, long>();
        foreach (var stamped in events)
        {
            if (stamped.Event is LeadEvent step)
            {
                steps.Add(step switch
                {
                    LeadEvent.OfferEnded or LeadEvent.Lost { Strike: true } or LeadEvent.CreditDecided { Approved: true } =>
                        new RowStep(step.Lead.Value, stamped.Seq) { Strikes = EntryBefore(events, stamped.Seq, step.Lead, rows) },
                    LeadEvent.Undone undone => new RowStep(step.Lead.Value, stamped.Seq)
                    {
                        // What the desk gave away because of what is undone; and what was struck with it counts again.
                        Strikes = EntryBefore(events, stamped.Seq, step.Lead, rows) is { } given && given >= undone.Seq ? given : null,
                        Restores = EntryBefore(events, stamped.Seq + 1, step.Lead, rows),
                    },
                    _ => StepOf(stamped, step),
                });
                touched[step.Lead] = stamped.Seq;
            }
        }

        var closed = new List<LeadRow>();
        var open = new List<Guid>();
        foreach (var (id, seq) in touched)
        {
            // The floor forgets a closed lead after a while; whoever comes later folds its own steps once more.
            var lead = floor.Find(id) ?? LeadStory.Tell(rows.StoryOf(id.Value).Select(EventCodec.Read).Concat(events.Where(e => e.Event is LeadEvent step && step.Lead == id)));
            if (lead is { IsClosed: true })
            {
                closed.Add(RowOf(lead, seq));
            }
            else if (lead is not null)
            {
                // One that came back to life by an undo loses its row.
                open.Add(id.Value);
            }
        }

        return new(events[^1].Seq, steps, closed, open);
    }

    private static LeadRow RowOf(Lead lead, long seq) => new()
    {
        Id = lead.Id.Value,
        Version = lead.Version,
        Seq = seq,
        State = lead.State.ToString(),
        Lane = lead.Stay?.Lane,
        Owner = lead.Owner?.Number,
        SentAt = lead.SentAt,
        ReceivedAt = lead.ReceivedAt,
        Source = lead.Source,
        Outcome = lead.Outcome?.ToString(),
        ClosedAt = lead.ClosedAt,
        DueAt = lead.Due?.Due,
        Card = ClosedLead.Write(lead),
    };

    /// <summary>The entry that had brought the lead to where it was: that one is struck, not simply its last.</summary>
    private static long? EntryBefore(List<Stamped> events, long seq, LeadId lead, RowWriter rows) =>
        LeadStory.Tell(rows.StoryOf(lead.Value).Select(EventCodec.Read).Concat(events.Where(e => e.Seq < seq && e.Event is LeadEvent step && step.Lead == lead)))?.Entry?.Number;

    private static RowStep StepOf(Stamped stamped, LeadEvent step)
    {
        var row = new RowStep(step.Lead.Value, stamped.Seq);
        return step switch
        {
            LeadEvent.Offered e => row with { Entry = EntryOf(stamped, e.Entry, "offered", e.Receipt.LaneVersion) },
            LeadEvent.Taken { Entry: { } given } e => row with { Entry = EntryOf(stamped, given, e.Way.ToString().ToLowerInvariant(), e.Receipt?.LaneVersion ?? 0) },
            _ => row,
        };
    }

    private static LedgerRow EntryOf(Stamped stamped, Entry entry, string kind, int laneVersion) => new()
    {
        Seq = entry.Number,
        Lane = entry.Lane,
        At = stamped.At,
        Kind = kind,
        LaneVersion = laneVersion,
        Shares = SharesOf(entry),
        Receiver = entry.Receiver.Number,
    };

    private static string SharesOf(Entry entry)
    {
        var text = new StringBuilder("[");
        foreach (var slice in entry.Slices)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length > 1 ? "," : "")}[{slice.Rep.Number},{slice.Amount}]");
        }

        return text.Append(']').ToString();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The rows behind the log could not be written; trying again.")]
    private partial void Behind(Exception trouble);
}
