namespace LeadDesk.Tests.Shell;

/// <summary>A clock that stands still.</summary>
public sealed class StillClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
