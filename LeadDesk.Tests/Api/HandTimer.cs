namespace LeadDesk.Tests.Api;

/// <summary>A timer of a hand-moved clock.</summary>
internal sealed class HandTimer(HandClock clock, Action ring) : ITimer
{
    private readonly Lock gate = new();
    private DateTimeOffset? dueAt;
    private TimeSpan every = Timeout.InfiniteTimeSpan;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            every = period;
        }

        if (dueTime == TimeSpan.Zero)
        {
            Fire();
        }

        return true;
    }

    public bool IsDue(DateTimeOffset now)
    {
        lock (gate)
        {
            return dueAt <= now;
        }
    }

    public void Fire()
    {
        lock (gate)
        {
            dueAt = every > TimeSpan.Zero ? clock.GetUtcNow() + every : null;
        }

        ring();
    }

    public void Dispose() => clock.Forget(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
