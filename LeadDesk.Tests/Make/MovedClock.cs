namespace LeadDesk.Tests.Make;

/// <summary>Time moved by hand: wall and monotonic time together, or the wall alone, as when somebody sets the machine's clock. Its timers fire as it passes them.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<MovedTimer> timers = [];
    private long passed;
    private TimeSpan jumped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (gate)
        {
            return passed;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return start + jumped + TimeSpan.FromTicks(passed);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<MovedTimer> due;
        lock (gate)
        {
            passed += by.Ticks;
            due = [.. timers.Where(t => t.DueAt <= passed)];
            foreach (var timer in due)
            {
                if (timer.Period is { } period)
                {
                    timer.DueAt = passed + period.Ticks;
                }
                else
                {
                    timers.Remove(timer);
                }
            }
        }

        due.ForEach(t => t.Fire());
    }

    /// <summary>Somebody sets the wall clock; monotonic time does not notice.</summary>
    public void Jump(TimeSpan by)
    {
        lock (gate)
        {
            jumped += by;
        }
    }

    internal void Set(MovedTimer timer, TimeSpan due, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            (timer.DueAt, timer.Period) = (passed + due.Ticks, period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period);
            timers.Add(timer);
        }
    }

    internal void Remove(MovedTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }
}
