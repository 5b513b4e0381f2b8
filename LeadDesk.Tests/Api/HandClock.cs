namespace LeadDesk.Tests.Api;

/// <summary>A clock that moves only when a test moves it; timers that fall due on the way fire once.</summary>
public sealed class HandClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<HandTimer> timers = [];
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<HandTimer> due;
        lock (gate)
        {
            now += by;
            due = [.. timers.Where(t => t.IsDue(now))];
        }

        due.ForEach(t => t.Fire());
    }

    internal void Forget(HandTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }
}
