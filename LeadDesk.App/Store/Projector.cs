using System.Text.Json;
using LeadDesk.App.Desk;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Store.Rows;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Follows the log with a cursor of its own and writes rows for closed leads, histories and ledgers. Nothing is ever decided from them.</summary>
public sealed partial class Projector(EventLog log, CommittedFloor committed, Pen pen, DeskLoop desk, TimeProvider time, ILogger<Projector> logger) : BackgroundService
{
    private const string Name = "projector";
    private const int AtOnce = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim news = new(1, 1);
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
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        desk.Listen(_ => Wake());
        try
        {
            Interlocked.Exchange(ref projected, await pen.ReadAsync(db => db.Cursors.Where(c => c.Name == Name).Select(c => c.Seq).FirstOrDefaultAsync(stoppingToken), stoppingToken));
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
                var events = log.ReadFrom(Projected, AtOnce).Where(e => e.Seq <= floor.Seq).ToList();
                if (events.Count == 0)
                {
                    return;
                }

                await pen.FollowAsync(db => WriteAsync(db, events, floor, cancel), seq => Interlocked.Exchange(ref projected, seq), cancel);
                Interlocked.Exchange(ref reached, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                Behind(trouble);
                await Task.Delay(Patience, time, cancel);
            }
        }
    }

    private static async Task<long> WriteAsync(LeadDeskContext db, List<StoredEvent> events, SalesFloor floor, CancellationToken cancel)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var ended = new Dictionary<LeadId, long>();
        foreach (var stored in events)
        {
            var stamped = EventCodec.Read(stored);
            if (stamped.Event is not LeadEvent step)
            {
                continue;
            }

            db.LeadSteps.Add(new LeadStepRow { Lead = step.Lead.Value, Seq = stored.Seq });
            ended[step.Lead] = stored.Seq;
            await BookAsync(db, stamped, step, cancel);
        }

        foreach (var (id, seq) in ended)
        {
            await PutAsync(db, id, seq, floor, cancel);
        }

        var last = events[^1].Seq;
        if (await db.Cursors.FindAsync([Name], cancel) is { } cursor)
        {
            cursor.Seq = last;
        }
        else
        {
            db.Cursors.Add(new CursorRow { Name = Name, Seq = last });
        }

        db.ChangeTracker.DetectChanges();
        return last;
    }

    /// <summary>A lead that ended gets its row; one that came back to life by an undo loses it.</summary>
    private static async Task PutAsync(LeadDeskContext db, LeadId id, long seq, SalesFloor floor, CancellationToken cancel)
    {
        var row = await db.Leads.FindAsync([id.Value], cancel);
        if ((floor.Find(id) ?? await StoryAsync(db, id, long.MaxValue, cancel)) is not { } lead)
        {
            return;
        }

        if (!lead.IsClosed)
        {
            if (row is not null)
            {
                db.Leads.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            row = new LeadRow { Id = id.Value, State = "", Card = "" };
            db.Leads.Add(row);
        }

        row.Version = lead.Version;
        row.Seq = seq;
        row.State = lead.State.ToString();
        row.Lane = lead.Stay?.Lane;
        row.Owner = lead.Owner?.Number;
        row.SentAt = lead.SentAt;
        row.ReceivedAt = lead.ReceivedAt;
        row.Source = lead.Source;
        row.Outcome = lead.Outcome?.ToString();
        row.ClosedAt = lead.ClosedAt;
        row.DueAt = lead.Due?.Due;
        row.Card = ClosedLead.Write(lead);
    }

    /// <summary>The floor forgets a closed lead after a while; whoever comes later folds its own steps once more.</summary>
    private static async Task<Lead?> StoryAsync(LeadDeskContext db, LeadId id, long before, CancellationToken cancel)
    {
        var steps = await db.LeadSteps.Where(s => s.Lead == id.Value && s.Seq < before).Select(s => s.Seq).ToListAsync(cancel);
        var seqs = steps.Union(db.LeadSteps.Local.Where(s => s.Lead == id.Value && s.Seq < before).Select(s => s.Seq)).ToList();
        var rows = await db.Log.AsNoTracking().Where(e => seqs.Contains(e.Seq)).OrderBy(e => e.Seq).ToListAsync(cancel);
        return LeadStory.Tell(rows.Select(r => EventCodec.Read(new StoredEvent(r.Seq, r.At, r.Actor, r.Via, r.Act, r.Lead, r.Body, null))));
    }

    private static async Task BookAsync(LeadDeskContext db, Stamped stamped, LeadEvent step, CancellationToken cancel)
    {
        var (entry, kind, version) = step switch
        {
            LeadEvent.Offered e => (e.Entry, "offered", e.Receipt.LaneVersion),
            LeadEvent.Taken { Entry: { } given } e => (given, e.Way.ToString().ToLowerInvariant(), e.Receipt?.LaneVersion ?? 0),
            _ => (null, "", 0),
        };
        if (entry is not null)
        {
            db.Ledger.Add(new LedgerRow
            {
                Seq = entry.Number,
                Lane = entry.Lane,
                At = stamped.At,
                Kind = kind,
                Lead = step.Lead.Value,
                LaneVersion = version,
                Shares = JsonSerializer.Serialize(entry.Slices.Select(s => new[] { s.Rep.Number, s.Amount })),
                Receiver = entry.Receiver.Number,
            });
            return;
        }

        if (await StruckAsync(db, stamped, step, cancel) is { } number
            && (db.Ledger.Local.FirstOrDefault(l => l.Seq == number) ?? await db.Ledger.FirstOrDefaultAsync(l => l.Seq == number, cancel)) is { } struck)
        {
            struck.StruckBy = stamped.Seq;
        }
    }

    /// <summary>The number of the entry that this step strikes: the one that had brought the lead to where it was, not simply its last.</summary>
    private static async Task<long?> StruckAsync(LeadDeskContext db, Stamped stamped, LeadEvent step, CancellationToken cancel) => step switch
    {
        LeadEvent.OfferEnded or LeadEvent.Lost { Strike: true } => (await StoryAsync(db, step.Lead, stamped.Seq, cancel))?.Entry?.Number,
        LeadEvent.Undone undone => undone.Seq,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The rows behind the log could not be written; trying again.")]
    private partial void Behind(Exception trouble);
}
