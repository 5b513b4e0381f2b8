using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Live;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>The desk's clock job: a tick every second, people whose connection stays away, floor snapshots, and an orderly end.</summary>
public sealed partial class Clerk : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SafetyEvery = TimeSpan.FromSeconds(15);
    private const long SnapshotEvery = 20_000;

    /// <summary>In a storm of events a floor is written down once a minute at the most: it costs as much as thousands of them.</summary>
    private static readonly TimeSpan SnapshotAtMostEvery = TimeSpan.FromMinutes(1);

    private readonly DeskLoop desk;
    private readonly CommittedFloor committed;
    private readonly Connections connections;
    private readonly FloorSnapshots snapshots;
    private readonly TimeProvider time;
    private readonly ILogger<Clerk> logger;
    private readonly Dictionary<RepId, long> lostAt = [];
    private readonly Lock gate = new();
    private long tickedAt;
    private long? savedAt;
    private Task saving = Task.CompletedTask;

    public Clerk(DeskLoop desk, CommittedFloor committed, Connections connections, FloorSnapshots snapshots, TimeProvider time, ILogger<Clerk> logger)
    {
        ArgumentNullException.ThrowIfNull(connections);
        (this.desk, this.committed, this.connections, this.snapshots, this.time, this.logger) = (desk, committed, connections, snapshots, time, logger);
        tickedAt = time?.GetTimestamp() ?? 0;
        connections.Changed += Note;
    }

    /// <summary>How long ago the clock last ticked; more than a few seconds and the desk is not well.</summary>
    public TimeSpan SinceTick => time.GetElapsedTime(Interlocked.Read(ref tickedAt));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The door is open from now on: whoever has an open offer gets the least time from here.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => desk.SendAsync(new Wake(), cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        connections.Changed -= Note;
        await base.StopAsync(cancellationToken);
        await desk.StopAsync(cancellationToken);
        await saving;
        await SnapshotAsync(1, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Grace begins anew when the desk starts, for those who had a live connection when it ended.
        foreach (var person in committed.Now.People.Where(p => p.Connected && !connections.IsConnected(p.Number)))
        {
            Note(person.Number, connected: false);
        }

        using var timer = new PeriodicTimer(Every, time);
        var before = committed.Now.At;
        var safetyAt = time.GetTimestamp();
        try
        {
            do
            {
                var safety = time.GetElapsedTime(safetyAt) >= SafetyEvery;
                safetyAt = safety ? time.GetTimestamp() : safetyAt;
                before = await TickAsync(before, safety, stoppingToken);
                SnapshotBeside(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private async Task<DateTimeOffset> TickAsync(DateTimeOffset before, bool safety, CancellationToken cancel)
    {
        var gone = Gone();
        var tick = new Tick(before, safety, [.. gone.Keys]);
        var answer = await desk.SendAsync(tick, cancel);
        while (answer is { IsDone: true, Decided.More: true })
        {
            answer = await desk.SendAsync(new Tick(before, false, []), cancel);
        }

        if (answer.IsDone)
        {
            Forget(gone);
            Interlocked.Exchange(ref tickedAt, time.GetTimestamp());
            return tick.ArrivedAt;
        }

        return before;
    }

    /// <summary>Beside the clock: a busy floor takes a second to write down, and nothing due waits for that.</summary>
    private void SnapshotBeside(CancellationToken cancel)
    {
        if (committed.Now.Seq - snapshots.Newest < SnapshotEvery || !saving.IsCompleted || (savedAt is { } last && time.GetElapsedTime(last) < SnapshotAtMostEvery))
        {
            return;
        }

        savedAt = time.GetTimestamp();
        saving = Task.Run(
            async () =>
            {
                try
                {
                    await SnapshotAsync(SnapshotEvery, cancel);
                }
                catch (OperationCanceledException)
                {
                    // The server stops, and writes the last one then.
                }
            },
            CancellationToken.None);
    }

    private async Task SnapshotAsync(long atLeast, CancellationToken cancel)
    {
        var floor = committed.Now;
        if (floor.Seq - snapshots.Newest < atLeast)
        {
            return;
        }

        try
        {
            await snapshots.SaveAsync(floor.Seq, FloorCodec.Version, FloorCodec.Write(floor), cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            // Without it a start takes longer; nothing is lost.
            NoSnapshot(trouble);
        }
    }

    /// <summary>People whose grace is over, and since when they are gone.</summary>
    private Dictionary<RepId, long> Gone()
    {
        var grace = TimeSpan.FromSeconds(committed.Now.Plan.Plan.Clocks.GraceSeconds);
        lock (gate)
        {
            return lostAt.Where(l => time.GetElapsedTime(l.Value) >= grace).ToDictionary();
        }
    }

    /// <summary>They are Away on disk now. Whoever came back in that moment is noted once more.</summary>
    private void Forget(Dictionary<RepId, long> gone)
    {
        lock (gate)
        {
            foreach (var person in gone.Where(g => lostAt.GetValueOrDefault(g.Key, -1) == g.Value))
            {
                lostAt.Remove(person.Key);
            }
        }

        foreach (var person in gone.Keys.Where(connections.IsConnected))
        {
            _ = desk.SendAsync(new Connect(Actor.Person(person, "page"), true));
        }
    }

    /// <summary>A coming is logged at once; a going only when the grace is over, so that after a crash it is known who was here.</summary>
    private void Note(RepId person, bool connected)
    {
        lock (gate)
        {
            if (connected)
            {
                lostAt.Remove(person);
            }
            else
            {
                lostAt[person] = time.GetTimestamp();
            }
        }

        if (connected)
        {
            _ = desk.SendAsync(new Connect(Actor.Person(person, "page"), true));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The floor could not be written down; the next start folds more of the log.")]
    private partial void NoSnapshot(Exception trouble);
}
