using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>A change of a lead that its author may take back.</summary>
public sealed record Acted(Guid Action, DateTimeOffset At, RepId? By)
{
    /// <summary>The desk goes on in the round of an action: at its moment and in its author's name, with steps that are nobody's verb.</summary>
    public bool IsFollowedBy(LeadEvent step, Stamped stamped)
    {
        ArgumentNullException.ThrowIfNull(stamped);
        return step is LeadEvent.Entered or LeadEvent.ToManagers or LeadEvent.RingOpened or LeadEvent.Held or LeadEvent.Unheld or LeadEvent.Alerted or LeadEvent.Offered
                or LeadEvent.Taken { Way: TakeWay.Pushed } or LeadEvent.Lost { Way: LossWay.Relabelled }
            && At == stamped.At && By == stamped.Actor.Rep;
    }
}
