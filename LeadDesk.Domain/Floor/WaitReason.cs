using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>Why a waiting lead waits at one moment, with how many people failed which test first. Where the rule breaks while it is asked, that is the reason.</summary>
public sealed record WaitReason(HeldCause Cause, ImmutableArray<TallyLine> Tally)
{
    public static WaitReason Of(SalesFloor floor, Lead lead, DateTimeOffset now, CalendarDay today)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        try
        {
            return Look(floor, lead, now, today);
        }
        catch (Exception)
        {
            // The desk tells of the bug itself when it meets it; here somebody only asks, and others ask with them.
            return new(HeldCause.Broke, []);
        }
    }

    private static WaitReason Look(SalesFloor floor, Lead lead, DateTimeOffset now, CalendarDay today)
    {
        if (floor.Plan.Find(lead.Stay?.Lane) is not { } lane)
        {
            return new(lead.Broke ? HeldCause.Broke : HeldCause.WithManagers, []);
        }

        if (lead.Stay!.Paused)
        {
            return new(HeldCause.Paused, []);
        }

        // In a pool people act for themselves, so that their own tests count there.
        var offer = lane.Method.Offer;
        var field = Field.Of(floor, lane, lead, now, today, offer.IsPull ? Put.Self : Put.Desk);
        return new(
            CauseOf(),
            [.. field.PassedOver.GroupBy(p => p.Test).OrderBy(g => g.Key).Select(g => new TallyLine(g.Key.ToString(), g.Count()))]);

        HeldCause CauseOf() =>
            PassedByAll() ? HeldCause.PassedByAll
            : !offer.IsPull && !offer.Acts ? HeldCause.ManagerDecides
            : offer.Acts && !lane.Hours.IsOpen(now) ? HeldCause.Closed
            : !field.Eligible.IsEmpty ? (offer.IsPull ? HeldCause.ToBeTaken : HeldCause.AtOnce)
            : field.SomebodyIsBusy ? HeldCause.Busy
            : HeldCause.NobodyEligible;

        // Whoever passed is asked as the desk would ask them: that is what opens the lead to them again.
        bool PassedByAll() => (offer.IsPull ? Field.Of(floor, lane, lead, now, today, Put.Desk) : field).PassedByAll;
    }
}
