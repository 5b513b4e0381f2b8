namespace LeadDesk.App.Desk;

/// <summary>
/// The desk's now: wall time at start plus monotonic time since, in whole milliseconds, UTC. A wall clock that jumps by more than two
/// seconds is not followed but warned of; the desk comes nearer to it by at most one second in ten.
/// </summary>
public sealed class DeskClock
{
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EaseEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EaseMost = TimeSpan.FromSeconds(1);
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly long startedAt;
    private DateTimeOffset origin;
    private long easedAt;

    public DeskClock(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        origin = time.GetUtcNow();
        startedAt = easedAt = time.GetTimestamp();
    }

    /// <summary>What its time is made of; for time-outs, not for the log.</summary>
    public TimeProvider Time => time;

    /// <summary>How far the machine's clock is from the desk's; more than two seconds is a health warning.</summary>
    public TimeSpan Drift => time.GetUtcNow() - Exact();

    public bool IsOff => Drift.Duration() > Jump;

    /// <summary>A machine whose clock stands before what is already in the log: the desk goes on from there, and comes nearer as after any jump.</summary>
    public void NotBefore(DateTimeOffset at)
    {
        lock (gate)
        {
            var missing = at - Exact();
            origin += missing > TimeSpan.Zero ? missing : TimeSpan.Zero;
        }
    }

    public DateTimeOffset Now()
    {
        lock (gate)
        {
            if (time.GetElapsedTime(easedAt) >= EaseEvery)
            {
                easedAt = time.GetTimestamp();
                var drift = Drift;
                origin += drift.Duration() <= EaseMost ? drift : drift < TimeSpan.Zero ? -EaseMost : EaseMost;
            }

            var now = Exact();
            return now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMillisecond));
        }
    }

    private DateTimeOffset Exact() => origin + time.GetElapsedTime(startedAt);
}
