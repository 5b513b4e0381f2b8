namespace LeadDesk.Domain.Leads;

/// <summary>When the clock has to look at a lead next.</summary>
public static class Agenda
{
    /// <summary>The nearest stamp that can still change something; null when nothing is due.</summary>
    public static DateTimeOffset? NextOf(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        if (lead.IsClosed)
        {
            return lead.Touch?.At;
        }

        var next = DateTimeOffset.MaxValue;
        void At(DateTimeOffset? stamp)
        {
            if (stamp is { } at && at < next)
            {
                next = at;
            }
        }

        if (!lead.IsAnswered && lead.State != LeadState.Parked && lead.Due is { } due)
        {
            At(lead.Warned < due.Warnings.Length ? due.Warnings[lead.Warned] : null);
            At(lead.LateAt is null ? due.Due : null);
        }

        At(lead.RemindAt);
        At(lead.Transfer is { IsOpen: true } transfer ? transfer.EndsAt : null);
        At(lead.State == LeadState.Parked ? null : lead.OwnedUntil);
        At(lead.State == LeadState.Parked ? null : lead.CheckDue);
        switch (lead.State)
        {
            case LeadState.Waiting when lead.Stay is { } stay:
                At(stay.RingEndsAt);
                At(stay.LeavesAt);
                At(stay.HoldTold ? null : stay.HoldTellsAt);
                At(stay.HoldEndsAt);
                break;
            case LeadState.Offered:
                At(lead.Offer?.ExpiresAt);
                At(lead.Alerted.IsEmpty ? lead.Offer?.NextAskedAt : null);
                break;
            case LeadState.Alerted:
                At(lead.Finish?.SettlesAt ?? lead.Stay?.RingEndsAt);
                break;
            case LeadState.Owned when !lead.OwnerLate:
                At(lead.OwnerDue?.Due);
                break;
            case LeadState.Parked:
                At(lead.ParkedUntil);
                break;
        }

        return next == DateTimeOffset.MaxValue ? null : next;
    }
}
