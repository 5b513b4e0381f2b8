namespace LeadDesk.Domain.Floor;

/// <summary>An event with its place in the one order: the log's number and the desk's time (UTC, whole milliseconds), who caused it, and what is kept for a retry.</summary>
public sealed record Stamped(long Seq, DateTimeOffset At, Actor Actor, FloorEvent Event, Kept? Kept, Guid? ActionId);
