using LeadDesk.Domain.Distribution;
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

    /// <summary>More may be otherwise than when the round began than the people and leads themselves: time has passed, the rules are others, the intake is.</summary>
    public bool MovesAll => actor == Actor.Desk || !ReferenceEquals(first.Plan, Floor.Plan) || first.Pauses != Floor.Pauses;

    /// <summary>This lead is not as it was when the round began.</summary>
    public bool HasMoved(LeadId lead) => !ReferenceEquals(first.Find(lead), Floor.Find(lead));

    /// <summary>The leads of this round's events, each once, by id.</summary>
    public IReadOnlyCollection<LeadId> Moved() => [.. events.Select(e => (e.Event as LeadEvent)?.Lead).OfType<LeadId>().Distinct().Order()];

    /// <summary>Whether the desk may put leads of this lane to this person, as far as the lane alone decides.</summary>
    public bool MayHave(RepId rep, LaneRules lane) => MayHave(Floor, rep, lane);

    /// <summary>Somebody who may have leads of this lane now, and might not when the round began, or by other terms, or only until a time was over.</summary>
    public bool HasBecomeAble(RepId rep, LaneRules lane)
    {
        var person = Floor.Person(rep);
        var then = rep.Number <= first.People.Length ? first.Person(rep) : null;
        return Eligibility.RunsOut(person, lane)
            || (!ReferenceEquals(person, then) && (then is null || person.Terms != then.Terms || !MayHave(first, rep, lane)));
    }

    private bool MayHave(SalesFloor at, RepId rep, LaneRules lane) => Eligibility.FirstFailure(at, at.Person(rep), lane, null, now, Today, Put.Desk) is null;

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
