using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>
/// One round at the desk: the time (UTC), who acts, the floor as it stands, and what has happened in it so far. Every step of a decision
/// sees the floor as the steps before it left it; nothing outside changes until the round's events are on disk.
/// </summary>
public sealed class Round(SalesFloor floor, DateTimeOffset now, Actor actor)
{
    private readonly List<Stamped> events = [];
    private readonly List<SalesFloor> floors = [];
    private readonly List<Broken> broken = [];
    private readonly SalesFloor first = floor;

    public SalesFloor Floor { get; private set; } = floor;

    /// <summary>The floor as it was when the round began.</summary>
    public SalesFloor Begun => first;

    public DateTimeOffset Now => now;

    public Actor Actor => actor;

    public IReadOnlyList<Stamped> Events => events;

    /// <summary>The floor after each of the events.</summary>
    public IReadOnlyList<SalesFloor> Floors => floors;

    public CalendarDay Today { get; } = floor.DayOf(now);

    /// <summary>Steps that broke; the round went on without them.</summary>
    public IReadOnlyList<Broken> Broken => broken;

    /// <summary>The number that the next event will have in the log.</summary>
    public long NextSeq => Floor.Seq + 1;

    /// <summary>Lets it happen. An action id makes it undoable by its author.</summary>
    public void Emit(FloorEvent step, Guid? action = null)
    {
        var stamped = new Stamped(NextSeq, now, actor, step, null, action);
        Floor = Floor.After(stamped);
        events.Add(stamped);
        floors.Add(Floor);
    }

    /// <summary>Takes a step that must not take its neighbours down: one that breaks is taken back whole, its bug is noted, and the answer is false.</summary>
    public bool Try<T>(LeadId? lead, T with, Action<Round, T> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var (before, count) = (Floor, events.Count);
        try
        {
            step(this, with);
            return true;
        }
        catch (Exception bug)
        {
            Floor = before;
            events.RemoveRange(count, events.Count - count);
            floors.RemoveRange(count, floors.Count - count);
            broken.Add(new(lead, bug));
            return false;
        }
    }

    /// <summary>Keeps an answer for retries, in the round's last event. A round in which nothing happened keeps nothing.</summary>
    public void Keep(Kept kept)
    {
        if (events.Count == 0)
        {
            return;
        }

        events[^1] = events[^1] with { Kept = kept };
        Floor = (floors.Count > 1 ? floors[^2] : first).After(events[^1]);
        floors[^1] = Floor;
    }
}
