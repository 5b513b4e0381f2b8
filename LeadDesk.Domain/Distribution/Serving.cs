using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// One look at what waits in a lane: each lead is placed, or found to have nobody, once, in the order in which they are given out. Leads that
/// are open to the same people are found to have nobody together, so that a look costs what there is to give and not what waits.
/// </summary>
internal sealed class Serving
{
    private readonly Round round;
    private readonly LaneRules lane;
    private readonly Waiting waiting;

    /// <summary>What leads ask for that nobody can give now.</summary>
    private readonly Dictionary<Wish, Field> nobody = [];
    private ImmutableArray<Rep> asked;
    private ImmutableArray<Rep> free;

    private Serving(Round round, LaneRules lane, Waiting waiting)
    {
        this.round = round;
        this.lane = lane;
        this.waiting = waiting;
    }

    public static void Of(Round round, LaneRules lane)
    {
        using var lines = new Waiting(round, lane);
        new Serving(round, lane, lines).Run();
    }

    private void Run()
    {
        while (waiting.Next() is { } head)
        {
            if (!IsStill(head))
            {
                continue;
            }

            if (!round.Try(head.Key.Lead, (Look: this, head), static (_, s) => s.Look.Place(s.head.Group, s.head.Key.Lead)))
            {
                Engine.SetAside(round, head.Key.Lead);
                if (round.Broken.Count >= Engine.MostBroken)
                {
                    return;
                }
            }
        }
    }

    /// <summary>What was done for those before it may have moved it: then whoever moved it has looked at it, too.</summary>
    private bool IsStill((QueueGroup Group, QueueKey Key) head) =>
        round.Floor.Find(head.Key.Lead) is { State: LeadState.Waiting, Stay: { Paused: false } stay } && stay.Lane == lane.Key && stay.Ring == head.Group.Ring;

    private void Place(QueueGroup group, LeadId id)
    {
        var lead = round.Floor.Leads[id];
        if (lead.Stay is { } stay && stay.LaneVersion != lane.Lane.Version)
        {
            // It was out with somebody when the rules changed: they are in force for it now.
            Engine.EnterAgain(round, lane, lead, stay);
            Engine.Dispatch(round, lane.Key);
            return;
        }

        if (group is { Marked: true, Held: true } && !lane.Method.OnePass)
        {
            // That nobody can have it stands in the log already.
            if (Free.IsEmpty)
            {
                waiting.Drop(g => g == group);
                return;
            }

            if (!lead.Holders.IsEmpty && !Free.Any(r => May(r, lead)))
            {
                return;
            }
        }

        var field = FieldOf(lead);
        if (!field.Eligible.IsEmpty)
        {
            lane.Method.Offer.Place(round, lane, lead, field);
            if (round.Floor.Leads[id] is { State: LeadState.Waiting, Stay: { } still } && still.Lane == lane.Key)
            {
                throw new InvalidOperationException($"Lane {lane.Key} goes round with lead {id}.");
            }
        }
        else if (group.Marked)
        {
            Hold([id], field);
        }
        else
        {
            waiting.Drop(g => !g.Marked && g.Ring == group.Ring);
            Hold(Unheld(group), field);
        }
    }

    private Field FieldOf(Lead lead)
    {
        var wish = lead.Holders.IsEmpty ? lane.WishOf(lead) : null;
        if (wish is not null && nobody.TryGetValue(wish, out var known))
        {
            return known;
        }

        var field = Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Desk);
        if (wish is not null && field.Eligible.IsEmpty)
        {
            nobody.Add(wish, field);
        }

        return field;
    }

    /// <summary>Who may have leads of this lane now, as far as the lane alone decides.</summary>
    private ImmutableArray<Rep> Free
    {
        get
        {
            if (asked != round.Floor.People)
            {
                asked = round.Floor.People;
                free = [.. asked.Where(r => May(r, null))];
            }

            return free;
        }
    }

    private bool May(Rep rep, Lead? lead) => Eligibility.FirstFailure(round.Floor, rep, lane, lead, round.Now, round.Today, Put.Desk) is null;

    private ImmutableArray<LeadId> Unheld(QueueGroup group) =>
        round.Floor.BacklogOf(lane.Key).Groups.TryGetValue(group with { Held = false }, out var line)
            ? [.. line.From(DateTimeOffset.MinValue).Select(k => k.Lead)]
            : [];

    private void Hold(ImmutableArray<LeadId> leads, Field field)
    {
        foreach (var id in leads)
        {
            if (!round.Try(id, (Look: this, id, field), static (_, l) => l.Look.Hold(l.id, l.field)) && (!Engine.SetAside(round, id) || round.Broken.Count >= Engine.MostBroken))
            {
                return;
            }
        }
    }

    private void Hold(LeadId id, Field field)
    {
        // A lead that moved on before it may have come back here by another way and taken this one along.
        if (round.Floor.Leads[id] is not { State: LeadState.Waiting, Stay: { } stay } || stay.Lane != lane.Key || field.SomebodyIsBusy)
        {
            return;
        }

        if (lane.Method.GoesOnAtOnce || (lane.Method.OnePass && !round.Floor.Leads[id].Holders.IsEmpty))
        {
            Engine.Leave(round, id, WaitCause.NobodyEligible);
        }
        else if (lane.Method.SkipsEmptyRings && stay.Ring + 1 < lane.Rings.Length)
        {
            round.Emit(new LeadEvent.RingOpened(id, stay.Ring + 1, lane.RingEnd(stay.Ring + 1, round.Now)));
            Engine.Dispatch(round, lane.Key);
        }
        else if (stay.HeldSince is null)
        {
            round.Emit(new LeadEvent.Held(id, HoldMark(0), HoldMark(1)));
        }
    }

    private DateTimeOffset HoldMark(int limit) => lane.Hours.After(round.Now, TimeSpan.FromMinutes(lane.Lane.HoldMinutes[limit]));

    /// <summary>What waits as it stood when the look began. Leads that come meanwhile are looked at as they come.</summary>
    private sealed class Waiting : IDisposable
    {
        private readonly DateTimeOffset starved;
        private readonly List<(QueueGroup Group, IEnumerator<QueueKey> Keys)> lines = [];

        public Waiting(Round round, LaneRules lane)
        {
            starved = lane.Starved(round.Now);
            foreach (var (group, line) in round.Floor.BacklogOf(lane.Key).Groups)
            {
                var keys = line.From(starved).GetEnumerator();
                keys.MoveNext();
                lines.Add((group, keys));
            }
        }

        public (QueueGroup Group, QueueKey Key)? Next()
        {
            var best = -1;
            for (var i = 0; i < lines.Count; i++)
            {
                best = best < 0 || lines[i].Keys.Current.ComesBefore(lines[best].Keys.Current, starved) ? i : best;
            }

            if (best < 0)
            {
                return null;
            }

            var (group, keys) = lines[best];
            var head = (group, keys.Current);
            if (!keys.MoveNext())
            {
                keys.Dispose();
                lines.RemoveAt(best);
            }

            return head;
        }

        public void Drop(Predicate<QueueGroup> which)
        {
            for (var i = lines.Count - 1; i >= 0; i--)
            {
                if (which(lines[i].Group))
                {
                    lines[i].Keys.Dispose();
                    lines.RemoveAt(i);
                }
            }
        }

        public void Dispose() => Drop(static _ => true);
    }
}
