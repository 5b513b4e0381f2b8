using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// Whoever became eligible while an alert is open is alerted now. Much may ring at a time, and mostly one person or one lead has moved in a
/// round: nobody else is asked about each of these leads again.
/// </summary>
internal static class Newcomers
{
    public static void Ring(Round round, LaneRules lane)
    {
        if (!round.Floor.Ringing.TryGetValue(lane.Key, out var ringing) || ringing.IsEmpty)
        {
            return;
        }

        ImmutableArray<RepId> able = [.. round.Floor.People.Where(p => MayHave(round, round.Floor, p, lane)).Select(p => p.Number)];
        ImmutableArray<RepId> anew = AllMayHaveMoved(round, lane) ? able : [.. able.Where(r => HasBecomeAble(round, r, lane))];
        foreach (var id in anew.IsEmpty ? Moved(round).Where(ringing.Contains) : ringing)
        {
            var asked = ReferenceEquals(round.Begun.Find(id), round.Floor.Find(id)) ? anew : able;
            if (round.Floor.Leads[id].State == LeadState.Alerted
                && !round.Try(id, (id, lane, asked), static (r, l) => Ring(r, l.lane, r.Floor.Leads[l.id], l.asked)) && (!Engine.SetAside(round, id) || round.Broken.Count >= Engine.MostBroken))
            {
                return;
            }
        }
    }

    private static void Ring(Round round, LaneRules lane, Lead lead, ImmutableArray<RepId> asked)
    {
        ImmutableArray<RepId> newcomers = [.. asked.Where(r => !lead.Alerted.ContainsKey(r)
            && Eligibility.FirstFailure(round.Floor, round.Floor.Person(r), lane, lead, round.Now, round.Today, Put.Desk) is null)];
        if (!newcomers.IsEmpty)
        {
            round.Emit(new LeadEvent.Alerted(lead.Id, new(newcomers)));
        }
    }

    /// <summary>More than the people and leads of the round may be otherwise than before: time has passed, the rules are others, the intake is, or one person's place depends on another.</summary>
    private static bool AllMayHaveMoved(Round round, LaneRules lane) =>
        round.Actor == Actor.Desk || !ReferenceEquals(round.Begun.Plan, round.Floor.Plan) || round.Begun.Pauses != round.Floor.Pauses
        || lane.Method.HistoryFirst || lane.Method.OnlyTheKnownOwner || lane.Method.Fit is not null;

    /// <summary>The leads of this round's events, each once, by id.</summary>
    private static IReadOnlyCollection<LeadId> Moved(Round round) => [.. round.Events.Select(e => (e.Event as LeadEvent)?.Lead).OfType<LeadId>().Distinct().Order()];

    /// <summary>Somebody who may have leads of this lane now, and might not when the round began, or by other terms, or only until a time was over.</summary>
    private static bool HasBecomeAble(Round round, RepId rep, LaneRules lane)
    {
        var person = round.Floor.Person(rep);
        var then = rep.Number <= round.Begun.People.Length ? round.Begun.Person(rep) : null;
        return Eligibility.RunsOut(person, lane)
            || (!ReferenceEquals(person, then) && (then is null || person.Terms != then.Terms || !MayHave(round, round.Begun, then, lane)));
    }

    /// <summary>Whether the desk may put leads of this lane to this person, as far as the lane alone decides.</summary>
    private static bool MayHave(Round round, SalesFloor floor, Rep rep, LaneRules lane) => Eligibility.FirstFailure(floor, rep, lane, null, round.Now, round.Today, Put.Desk) is null;
}
