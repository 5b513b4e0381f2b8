using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>Who may have a lead: twelve tests in a fixed order; the first failure is the recorded reason.</summary>
public static class Eligibility
{
    /// <summary>The first test that fails, or null. Without a lead: as far as the lane alone decides.</summary>
    public static Failure? FirstFailure(SalesFloor floor, Rep rep, LaneRules lane, Lead? lead, DateTimeOffset now, CalendarDay today, Put put)
    {
        ArgumentNullException.ThrowIfNull(rep);
        ArgumentNullException.ThrowIfNull(lane);
        var terms = rep.Terms;
        if (!terms.Active || !terms.HoldsLeads)
        {
            return new(Test.E1);
        }

        var wish = rep.OptInTo(lane.Key);
        if (!wish.On)
        {
            return new(Test.E2);
        }

        if (terms.Shift is { } shift && !shift.IsOpen(now))
        {
            return new(Test.E3);
        }

        if (rep.Presence != Presence.Available && !(rep.Presence == Presence.WithCustomer && lane.Lane.AllowWithCustomer && put != Put.Desk))
        {
            return new(Test.E4);
        }

        if (Places(rep, lane, lead, put) is { } full)
        {
            return full;
        }

        if (IsCapped(rep, wish, lane.Key, today))
        {
            return new(Test.E6);
        }

        if (lead is not null && !InRing(terms, lane, lead.Stay?.Ring ?? 0))
        {
            return new(Test.E7);
        }

        if (lane.StopTheLine && rep.Holdings.NearestDue <= now)
        {
            return new(Test.E8);
        }

        if (rep.CoolDowns.TryGetValue(lane.Key, out var until) && until > now)
        {
            return new(Test.E9);
        }

        if (lead is not null && lead.Excludes(rep.Number, lane.Lane.NoRepeat))
        {
            return new(Test.E10);
        }

        // Who leads the floor sees what the lane hides from everybody else.
        if (terms.LeadsTheFloor && lane.Reveal != Reveal.All)
        {
            return new(Test.E11);
        }

        var ownTestFails = (lane.Method.AsksForNextStep && rep.Holdings.NoNextStep > 0)
            || (lane.Method.OnlyTheKnownOwner && lead is not null && lead.KnownOwner != rep.Number);
        return ownTestFails ? new(Test.E12) : null;
    }

    /// <summary>The first test that fails where no lane asks anything: employed, on shift, available, a place free, under the caps.</summary>
    public static Test? FirstFailureAnywhere(Rep rep, DateTimeOffset now, CalendarDay today)
    {
        ArgumentNullException.ThrowIfNull(rep);
        return !rep.Terms.Active || !rep.Terms.HoldsLeads ? Test.E1
            : rep.Terms.Shift is { } shift && !shift.IsOpen(now) ? Test.E3
            : rep.Presence != Presence.Available ? Test.E4
            : rep.PlacesUsed >= rep.Terms.Places ? Test.E5
            : IsCapped(rep, OptIn.Everything, "", today) ? Test.E6
            : null;
    }

    /// <summary>Each further ring adds its people to those of the rings before.</summary>
    public static bool InRing(RepTerms terms, LaneRules lane, int ring)
    {
        ArgumentNullException.ThrowIfNull(lane);
        if (lane.Rings.IsEmpty)
        {
            return true;
        }

        for (var i = 0; i <= ring && i < lane.Rings.Length; i++)
        {
            if (Fits(terms, lane.Rings[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static Failure? Places(Rep rep, LaneRules lane, Lead? lead, Put put)
    {
        // An open exclusive offer uses a place; taking it up frees that place again.
        var offered = rep.Offer is not null && !(put == Put.Accept && rep.Offer == lead?.Id) ? 1 : 0;
        var full = rep.Holdings.Open >= rep.Terms.Places
            || (lane.Lane.WipLimit is { } limit && rep.Holdings.PerLane.GetValueOrDefault(lane.Key) >= limit);
        if (full)
        {
            return new(Test.E5);
        }

        if (offered > 0 && put == Put.Desk && lane.Method.Offer.IsExclusive)
        {
            return new(Test.E5, HasOffer: true);
        }

        return rep.Holdings.Open + offered >= rep.Terms.Places ? new(Test.E5, HasOffer: true) : null;
    }

    private static bool IsCapped(Rep rep, OptIn wish, string lane, CalendarDay today)
    {
        var caps = rep.Terms.Caps;
        return (caps.Day is { } day && rep.ThisDay.On(today.Day) >= day)
            || (caps.Week is { } week && rep.ThisWeek.On(today.Week) >= week)
            || (caps.Month is { } month && rep.ThisMonth.On(today.Month) >= month)
            || (wish.PerDay is { } most && rep.PerLane.GetValueOrDefault(lane).On(today.Day) >= most);
    }

    private static bool Fits(RepTerms terms, Ring ring) =>
        (ring.Skill is null || terms.Skills.GetValueOrDefault(ring.Skill) >= ring.Level)
        && (ring.Team is null || terms.Teams.Contains(ring.Team, StringComparer.Ordinal))
        && (ring.Language is null || terms.Languages.Contains(ring.Language, StringComparer.OrdinalIgnoreCase))
        && (ring.Region is null || terms.Regions.Contains(ring.Region, StringComparer.OrdinalIgnoreCase));
}
