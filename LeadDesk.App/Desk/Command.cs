using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>Something that somebody wants to happen. Permission, object and state are judged where it is decided, whatever button or program it came from.</summary>
public abstract record Command(Actor Actor)
{
    /// <summary>The caller's Idempotency-Key with its scope, and a hash of the request; null = always a new command.</summary>
    public RetryKey? Retry { get; init; }

    /// <summary>The version of the lead that the caller has before their eyes; an older one than the lead's is refused as stale.</summary>
    public long? IfVersion { get; init; }

    /// <summary>When it reached the desk, UTC: in time is in time, however long it waits its turn.</summary>
    public DateTimeOffset ArrivedAt { get; internal set; }

    /// <summary>Decides on the floor as it stands in this round. Refusals leave the round without events.</summary>
    public abstract Decided Decide(Round round, DeskContext context);
}
