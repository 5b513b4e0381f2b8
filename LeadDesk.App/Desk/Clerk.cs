using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Live;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>The desk's clock job: a tick every second, people whose connection stays away, floor snapshots, and an orderly end.</summary>
public sealed partial class Clerk : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SafetyEvery = TimeSpan.FromSeconds(15);
    private const long SnapshotEvery = 20_000;
    private readonly DeskLoop desk;
    private readonly CommittedFloor committed;
    private readonly Connections connections;
    private readonly FloorSnapshots snapshots;
    private readonly TimeProvider time;
    private readonly Opening opening;
    private readonly ILogger<Clerk> logger;
    private readonly Dictionary<RepId, long> lostAt = [];
    private readonly Lock gate = new();
    private long snapshotAt;
    private long tickedAt;

    public Clerk(DeskLoop desk, CommittedFloor committed, Connections connections, FloorSnapshots snapshots, TimeProvider time, Opening opening, ILogger<Clerk> logger)
    {
        ArgumentNullException.ThrowIfNull(connections);
        (this.desk, this.committed, this.connections, this.snapshots, this.time, this.opening, this.logger) = (desk, committed, connections, snapshots, time, opening, logger);
        tickedAt = time?.GetTimestamp() ?? 0;
        connections.Changed += Note;
    }

    /// <summary>How long ago the clock last ticked; more than a few seconds and the desk is not well.</summary>
    public TimeSpan SinceTick => time.GetElapsedTime(Interlocked.Read(ref tickedAt));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        connections.Changed -= Note;
        await base.StopAsync(cancellationToken);
        await desk.StopAsync(cancellationToken);
        opening.Close();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Grace begins anew when the desk starts, for those who had a live connection when it ended.
        foreach (var person in committed.Now.People.Where(p => p.Connected))
        {
            Note(person.Number, connections.IsConnected(person.Number));
        }

        snapshotAt = committed.Now.Seq;
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
                await SnapshotAsync(stoppingToken);
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
        var tick = new Tick(before, safety, Gone());
        var answer = await desk.SendAsync(tick, cancel);
        while (answer is { IsDone: true, Decided.More: true })
        {
            answer = await desk.SendAsync(new Tick(before, false, []), cancel);
        }

        if (answer.IsDone)
        {
            Interlocked.Exchange(ref tickedAt, time.GetTimestamp());
            return tick.ArrivedAt;
        }

        return before;
    }

    private async Task SnapshotAsync(CancellationToken cancel)
    {
        var floor = committed.Now;
        if (floor.Seq - snapshotAt < SnapshotEvery)
        {
            return;
        }

        snapshotAt = floor.Seq;
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

    /// <summary>People whose grace is over.</summary>
    private List<RepId> Gone()
    {
        var grace = TimeSpan.FromSeconds(committed.Now.Plan.Plan.Clocks.GraceSeconds);
        lock (gate)
        {
            var gone = lostAt.Where(l => time.GetElapsedTime(l.Value) >= grace).Select(l => l.Key).ToList();
            gone.ForEach(g => lostAt.Remove(g));
            return gone;
        }
    }

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

        // Noted in the log, so that after a crash it is known who was here.
        _ = NoteAsync(person, connected);
    }

    private async Task NoteAsync(RepId person, bool connected)
    {
        try
        {
            await desk.SendAsync(new Connect(Actor.Person(person, "page"), connected));
        }
        catch (System.Threading.Channels.ChannelClosedException)
        {
            // The desk has stopped: nobody is connected any more.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The floor could not be written down; the next start folds more of the log.")]
    private partial void NoSnapshot(Exception trouble);
}
