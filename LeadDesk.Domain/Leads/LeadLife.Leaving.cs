using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>What becomes of the open leads of somebody who leaves, for the day or for good.</summary>
public static partial class LeadLife
{
    /// <summary>
    /// A person goes home and leaves their open leads to a colleague, or, with nobody named, to their lanes; parked ones wait for their day.
    /// First they are off, so that nothing new comes for a place that becomes free. Answers what was left, the oldest first; with a refusal,
    /// the last of them is what could not be.
    /// </summary>
    public static (ImmutableArray<LeadId> Left, Refusal? Refusal) GoHome(Round round, RepId person, RepId? to, Guid action)
    {
        ArgumentNullException.ThrowIfNull(round);
        ImmutableArray<LeadId> leads = [.. round.Floor.Person(person).Holdings.Leads.Keys.Select(id => round.Floor.Leads[id]).Where(l => l.State != LeadState.Parked).OrderBy(l => l.ReceivedSeq).Select(l => l.Id)];
        // What was given back cannot be taken back: it may be with somebody else at once.
        People.SetPresence(round, person, Presence.Off, PresenceCause.Self, to is null && !leads.IsEmpty ? null : action);
        for (var i = 0; i < leads.Length; i++)
        {
            if ((to is { } colleague ? HandOver(round, person, leads[i], colleague, action) : Release(round, person, leads[i])) is { } refusal)
            {
                return (leads[..(i + 1)], refusal);
            }
        }

        return (leads, null);
    }

    /// <summary>
    /// Places everything a person holds, the oldest first; what becomes free is shared out once, after the last. What the colleague may not
    /// be given by law goes back into its lane: nothing stays with somebody who is not there.
    /// </summary>
    public static void Place(Round round, RepId person, OpenLeads open, RepId? to, Guid? action)
    {
        ArgumentNullException.ThrowIfNull(round);
        foreach (var lead in round.Floor.Person(person).Holdings.Leads.Keys.Select(id => round.Floor.Leads[id]).OrderBy(l => l.ReceivedSeq).ToList())
        {
            switch (open)
            {
                case OpenLeads.HandTo or OpenLeads.ToCover when AssignOne(round, lead.Id, to!.Value, force: true, action) is null:
                    break;
                case OpenLeads.ToManagers:
                    round.Emit(new LeadEvent.Lost(lead.Id, person, LossWay.OwnerGone, false, null), action);
                    round.Emit(new LeadEvent.ToManagers(lead.Id, null, WaitCause.OwnerLeft));
                    break;
                case OpenLeads.Keep:
                    break;
                default:
                    LetGo(round, lead, LossWay.OwnerGone, strike: false, action);
                    break;
            }
        }

        Engine.DispatchAll(round);
    }
}
