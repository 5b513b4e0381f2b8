namespace LeadDesk.Tests.Make;

/// <summary>A timer of a clock that is moved by hand.</summary>
internal sealed class MovedTimer(MovedClock clock, Action fire) : ITimer
{
    public long DueAt { get; set; }

    public TimeSpan? Period { get; set; }

    public void Fire() => fire();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Set(this, dueTime, period);
        return true;
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
