namespace LeadDesk.Tests.Account;

/// <summary>A clock that a test moves by hand; timers run on. It starts in the future: cookies must not look stale to the machine that runs the test.</summary>
internal sealed class HandTime : TimeProvider
{
    private long ticks = new DateTimeOffset(2040, 11, 2, 10, 0, 0, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}
