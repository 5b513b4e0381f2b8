using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>Something that happened on the floor: the only way anything changes. No names, no addresses, no typed text.</summary>
public abstract record FloorEvent
{
    /// <summary>The set-up was published: places, teams, sources, lanes, clocks.</summary>
    public sealed record PlanPublished(FloorPlan Plan) : FloorEvent;

    /// <summary>A person joined, or what is agreed with them changed. Id is the one the outside sees.</summary>
    public sealed record PersonSet(RepId Rep, Guid Id, RepTerms Terms, ImmutableSortedDictionary<string, OptIn> OptIn) : FloorEvent;

    /// <summary>A new day's dice. The secret lies apart; the log keeps its salted hash, so it can be shown later that it was not changed.</summary>
    public sealed record DayOpened(DateOnly Day, string Secret) : FloorEvent;

    public sealed record PresenceSet(RepId Rep, Presence Presence, PresenceCause Cause) : FloorEvent;

    public sealed record OptInSet(RepId Rep, string Lane, OptIn OptIn) : FloorEvent;

    /// <summary>A person's first live connection came, or their last one went.</summary>
    public sealed record ConnectionChanged(RepId Rep, bool Connected) : FloorEvent;

    /// <summary>A change was taken back within its 15 seconds; Seq is the log's number of what was undone.</summary>
    public sealed record PersonUndone(RepId Rep, long Seq) : FloorEvent;
}
