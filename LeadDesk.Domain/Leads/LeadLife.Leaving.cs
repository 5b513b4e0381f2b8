using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>What becomes of the open leads of somebody who leaves.</summary>
public static partial class LeadLife
{
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
