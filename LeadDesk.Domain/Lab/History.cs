using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Lab;

/// <summary>
/// What came from outside in a stretch of the log: the leads that arrived, and what people said of themselves. Before = everything about
/// people from before the first of those leads. Whatever the desk did with it all is left out: that is what a replay works out anew.
/// </summary>
public sealed record History(ImmutableArray<Stamped> Before, ImmutableArray<Stamped> During)
{
    public static History Empty { get; } = new([], []);

    /// <summary>The same past with something else agreed with one person, from its beginning to its end.</summary>
    public History With(RepId person, RepTerms terms)
    {
        Stamped Agreed(Stamped stamped) => stamped.Event is FloorEvent.PersonSet set && set.Rep == person ? stamped with { Event = set with { Terms = terms } } : stamped;
        return new([.. Before.Select(Agreed)], [.. During.Select(Agreed)]);
    }

    public IEnumerable<LeadEvent.Received> Leads => During.Select(e => e.Event).OfType<LeadEvent.Received>();

    public int LeadCount => Leads.Count();

    /// <summary>When the first and the last of the leads came, UTC; null where there are none.</summary>
    public (DateTimeOffset First, DateTimeOffset Last)? Span
    {
        get
        {
            var times = During.Where(e => e.Event is LeadEvent.Received).Select(e => e.At).ToList();
            return times.Count == 0 ? null : (times[0], times[^1]);
        }
    }

    /// <summary>The last leads that rules had to place, `most` of them at the most, from events in the order of the log; what else they hold is passed over.</summary>
    public static History Of(IEnumerable<Stamped> events, int most)
    {
        ArgumentNullException.ThrowIfNull(events);
        var kept = new List<Stamped>();
        foreach (var stamped in events)
        {
            if (stamped.Event is FloorEvent.PersonUndone undone)
            {
                kept.RemoveAll(e => e.Seq == undone.Seq && e.Event is not LeadEvent);
            }
            else if (IsFromOutside(stamped.Event))
            {
                kept.Add(stamped);
            }
        }

        var leads = kept.Count(e => e.Event is LeadEvent.Received);
        var first = Math.Max(0, leads - most);
        var from = kept.FindIndex(e => e.Event is LeadEvent.Received && first-- == 0);
        return from < 0 ? new([.. kept.Where(e => e.Event is not LeadEvent)], []) : new([.. kept.Take(from).Where(e => e.Event is not LeadEvent)], [.. kept.Skip(from)]);
    }

    /// <summary>Walk-ins belong to whoever met them, and whatever was closed on arrival was never placed.</summary>
    public static bool IsFromOutside(FloorEvent step) => step switch
    {
        LeadEvent.Received e => e.State == LeadState.Waiting && e.Source != LeadLife.WalkInSource,
        FloorEvent.PresenceSet e => e.Cause is PresenceCause.Self or PresenceCause.ByManager or PresenceCause.ConnectionLost,
        FloorEvent.PersonSet or FloorEvent.OptInSet => true,
        _ => false,
    };
}
