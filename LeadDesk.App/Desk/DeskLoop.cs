using System.Collections.Immutable;
using System.Data.Common;
using System.Threading.Channels;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>
/// The one writer of this desk. It takes all commands that are waiting, decides them in order on a working copy of the floor, appends their
/// events in one durable transaction, and only then lets the floor be seen, the callers be told and the screens be moved.
/// </summary>
public sealed partial class DeskLoop : BackgroundService
{
    private const int MostInBatch = 256;
    private const int ReadAtOnce = 2000;
    private readonly Channel<Pending> waiting = Channel.CreateBounded<Pending>(new BoundedChannelOptions(8192));
    private readonly OpenPresses presses = new();
    private readonly ClaimPace pace = new();
    private readonly EventLog log;
    private readonly CommittedFloor committed;
    private readonly DeskClock clock;
    private readonly ILogger<DeskLoop> logger;
    private ImmutableArray<Action<Committed>> listeners = [];
    private readonly BrokenRules brokenRules;
    private readonly StoreWatch watch;
    private ContactKey contactKey = new([]);
    private volatile bool lettingGo;

    public DeskLoop(EventLog log, CommittedFloor committed, DeskClock clock, Patience patience, ILogger<DeskLoop> logger)
    {
        this.log = log;
        this.committed = committed;
        this.clock = clock;
        this.logger = logger;
        brokenRules = new(logger);
        ArgumentNullException.ThrowIfNull(clock);
        watch = new(waiting.Reader, committed, clock.Time, patience, words => Trouble = words);
    }

    /// <summary>Tells of every commit, on the loop's own turn: take what you need and be quick.</summary>
    public void Listen(Action<Committed> listener) => ImmutableInterlocked.Update(ref listeners, l => l.Add(listener));

    /// <summary>The store took the last batch, or why not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Asks for something and waits until it is on disk or refused.</summary>
    public async Task<Answer> SendAsync(Command command, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.ArrivedAt = clock.Now();
        var pending = new Pending(command, clock.Time.GetTimestamp());
        try
        {
            await waiting.Writer.WriteAsync(pending, cancel);
        }
        catch (ChannelClosedException)
        {
            return Stopping();
        }

        return await pending.Answer;
    }

    /// <summary>The server begins to stop: whoever waits for a photo finish is told that the claim stands, or their open calls would hold up the stop.</summary>
    public Task LetGoAsync(CancellationToken cancel = default)
    {
        lettingGo = true;
        return SendAsync(new LetGo(), cancel);
    }

    /// <summary>Folds what the log holds beyond the floor. Before the loop runs, and whenever somebody else wrote.</summary>
    public void CatchUp()
    {
        var before = committed.Now;
        var events = ImmutableArray.CreateBuilder<Stamped>();
        var floor = before;
        while (true)
        {
            var read = 0;
            foreach (var stored in log.ReadFrom(floor.Seq, ReadAtOnce))
            {
                var stamped = EventCodec.Read(stored);
                floor = floor.After(stamped);
                events.Add(stamped);
                read++;
            }

            if (read < ReadAtOnce)
            {
                break;
            }
        }

        if (events.Count > 0)
        {
            committed.Now = floor;
            Publish(new Committed(before, floor, events.ToImmutable()));
            presses.Tell(floor, clock.Now());
        }
    }

    /// <summary>Starts from a floor that is already put together.</summary>
    public void Begin(SalesFloor floor, ContactKey key)
    {
        contactKey = key;
        committed.Now = floor;
        CatchUp();
        clock.NotBefore(committed.Now.At);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>(MostInBatch);
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                batch.Clear();
                while (batch.Count < MostInBatch && waiting.Reader.TryRead(out var pending))
                {
                    batch.Add(pending);
                }

                Run(batch);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; what was not begun is refused below.
        }

        waiting.Writer.TryComplete();
        presses.TellAll(Standing());
        while (waiting.Reader.TryRead(out var late))
        {
            late.Tell(Stopping());
        }
    }

    private Answer Standing() => new(new Decided(503), committed.Now) { Unavailable = new(Standstill.ClaimStands, "The server is stopping. Your claim stands and is decided when it is back; ask again in a moment.") };

    private Answer Stopping() => new(new Decided(503), committed.Now) { Unavailable = new(Standstill.Stopping, "The server is stopping. Nothing was changed; try again in a moment.") };

    private void Run(List<Pending> batch)
    {
        try
        {
            while (true)
            {
                var drafts = Decide(batch);
                switch (Append(drafts, batch))
                {
                    case Appended.Committed:
                        Settle(drafts);
                        return;
                    case Appended.Overtaken:
                        CatchUp();
                        continue;
                    case Appended.Failed:
                        Refuse(drafts, new(log.LastWhy, $"The desk cannot write right now: {log.LastError} Nothing was changed; try again in a moment."));
                        return;
                    default:
                        Refuse(drafts, StoreWatch.Uncertain);
                        CatchUp();
                        return;
                }
            }
        }
        catch (Exception trouble) when (trouble is DbException or IOException)
        {
            StoreTrouble(trouble);
            Trouble = trouble.Message;
            foreach (var pending in batch)
            {
                pending.Tell(new Answer(new Decided(503), committed.Now) { Unavailable = new(Standstill.Store, "The desk cannot reach its store right now. Nothing was changed; try again in a moment.") });
            }
        }
        catch (Exception bug)
        {
            // Whatever else: nobody waits for ever, and the desk goes on.
            BatchBroke(bug);
            Trouble = bug.Message;
            foreach (var pending in batch)
            {
                pending.Tell(new Answer(new Decided(500), committed.Now) { Broke = true });
            }
        }
    }

    public override void Dispose()
    {
        watch.Dispose();
        base.Dispose();
    }

    private Drafts Decide(List<Pending> batch)
    {
        var drafts = new Drafts(committed.Now);
        var context = new DeskContext(log, contactKey, pace);
        foreach (var pending in batch)
        {
            // A command's time is when it came in: whatever waited behind a slow disk, no tick that came before an accept ends its offer.
            var round = new Round(drafts.Floor, Later(pending.Command.ArrivedAt, drafts.Floor.At), pending.Command.Actor);
            Take(drafts, pending, round, context);
        }

        return drafts;
    }

    private void Take(Drafts drafts, Pending pending, Round round, DeskContext context)
    {
        var answer = DecideOne(pending.Command, round, context);
        try
        {
            drafts.Add(pending, answer, round);
        }
        catch (Exception bug)
        {
            drafts.Add(pending, Broken(bug, pending.Command), round);
            return;
        }

        if (answer is { IsDone: true, Replayed: false })
        {
            context.Learn(answer.Decided);
        }
    }

    private Answer Broken(Exception bug, Command command)
    {
        CommandBroke(bug, command.GetType().Name);
        return new Answer(new Decided(500), committed.Now) { Broke = true };
    }

    /// <summary>Log times never decrease, whatever the machine's clock does.</summary>
    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private Answer DecideOne(Command command, Round round, DeskContext context)
    {
        if (command.Retry is { } retry && round.Floor.Keys.Find(retry.Scope) is { } kept)
        {
            return kept.Body == retry.Body
                ? new Answer(new Decided(kept.Status, kept.Lead) { ActionId = kept.ActionId }, round.Floor) { Replayed = true, Version = kept.Version }
                : new Answer(new Decided(422), round.Floor) { KeyReused = true };
        }

        Decided decided;
        try
        {
            decided = command.Decide(round, context);
        }
        catch (Exception bug) when (bug is not DbException)
        {
            // One command that breaks must not take its neighbours down.
            return Broken(bug, command);
        }

        brokenRules.Tell(round);
        var version = decided.Lead is { } lead ? round.Floor.Find(lead)?.Version : null;
        if (command.Retry is { } key && decided is { Refusal: null, Fault: null, Pressed: false })
        {
            round.Keep(new Kept(key.Scope, key.Body, decided.Status, decided.Lead, version, decided.ActionId));
        }

        return new Answer(decided, round.Floor) { Version = version };
    }

    private Appended Append(Drafts drafts, List<Pending> batch)
    {
        if (drafts.Lines.Count == 0 && Trouble is null)
        {
            return Appended.Committed;
        }

        var gate = watch.Begin(batch);
        try
        {
            return drafts.Lines.Count > 0 ? Append(drafts, gate) : log.Probe() ? Healed() : Appended.Committed;
        }
        finally
        {
            watch.End();
        }
    }

    private Appended Append(Drafts drafts, CommitGate gate)
    {
        var appended = log.Append(new Batch(drafts.Lines, drafts.Seen, drafts.Contacts), gate);
        Trouble = appended is Appended.Failed or Appended.Unknown ? log.LastError : null;
        return appended;
    }

    /// <summary>The store takes writes again; what an uncertain commit left there is folded in before anything is answered.</summary>
    private Appended Healed()
    {
        Trouble = null;
        return log.HeadSeq == committed.Now.Seq ? Appended.Committed : Appended.Overtaken;
    }

    private void Settle(Drafts drafts)
    {
        if (drafts.Events.Count > 0)
        {
            var change = new Committed(committed.Now, drafts.Floor, [.. drafts.Events]);
            committed.Now = drafts.Floor;
            Tell(drafts);
            Publish(change);
        }
        else
        {
            Tell(drafts);
        }
    }

    /// <summary>Now that it is on disk; whoever pressed waits for the end of the photo finish, which may have come in this very batch.</summary>
    private void Tell(Drafts drafts)
    {
        foreach (var (pending, answer) in drafts.Answers)
        {
            if (answer is { IsDone: true, Decided: { Pressed: true, Lead: { } lead } })
            {
                presses.Hold(lead, pending);
            }
            else
            {
                pending.Tell(answer);
            }
        }

        presses.Tell(committed.Now, clock.Now());
        if (lettingGo)
        {
            presses.TellAll(Standing());
        }
    }

    private void Refuse(Drafts drafts, Unwritten why)
    {
        StoreRefused(why.Words);
        foreach (var (pending, _) in drafts.Answers)
        {
            pending.Tell(new Answer(new Decided(503), committed.Now) { Unavailable = why });
        }
    }

    private void Publish(Committed change)
    {
        foreach (var listener in listeners)
        {
            try
            {
                listener(change);
            }
            catch (Exception bug)
            {
                // A screen that breaks must not stop the desk.
                PublishBroke(bug);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A command of kind {Kind} broke and was refused.")]
    private partial void CommandBroke(Exception bug, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch broke; nothing of it was written.")]
    private partial void BatchBroke(Exception bug);

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener of the desk broke.")]
    private partial void PublishBroke(Exception bug);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store is in trouble.")]
    private partial void StoreTrouble(Exception trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch was not written: {Words}")]
    private partial void StoreRefused(string words);
}
