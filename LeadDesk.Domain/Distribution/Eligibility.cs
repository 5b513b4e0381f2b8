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
        if (!wish.On || (put != Put.Accept && wish.Quiet?.Covers(TimeZoneInfo.ConvertTime(now, floor.Plan.ZoneOf(terms.Location)).TimeOfDay) == true))
        {
            return new(Test.E2);
        }

        if (!terms.IsOn(now, today.Day))
        {
            return new(Test.E3);
        }

        if (rep.Presence != Presence.Available && !(rep.Presence == Presence.WithCustomer && lane.Lane.AllowWithCustomer && put is (Put.Self or Put.Accept)))
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

        if (lead is not null && put == Put.Transfer)
        {
            if (!WarmUp.IsSenior(rep, lane) || !IsLicensed(rep, lane, lead))
            {
                return new(Test.E7);
            }
        }
        else if (lead is not null
            && !(lane.Method.HistoryFirst && StandIn.For(floor, lead, today.Day) == rep.Number)
            && (!InRing(terms, lane, lead.Stay?.Ring ?? 0, lead.Facts) || lane.Method.Fit?.Fits(floor, rep, lane, lead) == false))
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

        if (lead is not null && (lead.Excludes(rep.Number, lane.NoRepeat) || (put == Put.Transfer && lead.Owner == rep.Number)))
        {
            return new(Test.E10);
        }

        // A manager keeps new leads from them, or they are never asked.
        if (floor.IsSpared(rep) || IsNeverAsked(terms, lane))
        {
            return new(Test.E11);
        }

        var ownTestFails = (lane.Method.AsksForNextStep && rep.Holdings.NoNextStep > 0)
            || (lane.Method.OnlyTheKnownOwner && lead is not null && StandIn.For(floor, lead, today.Day) != rep.Number);
        return ownTestFails ? new(Test.E12) : null;
    }

    /// <summary>Who is here, but has no leads of this lane whatever happens: they watch, or lead the floor and see what it hides from everybody else.</summary>
    public static bool IsNeverAsked(RepTerms terms, LaneRules lane)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(lane);
        return terms.IsWatching || (terms.LeadsTheFloor && lane.Reveal != Reveal.All);
    }

    /// <summary>What keeps this person from a lane, or did, ends by itself, without anything that happens.</summary>
    public static bool RunsOut(Rep rep, LaneRules lane)
    {
        ArgumentNullException.ThrowIfNull(rep);
        ArgumentNullException.ThrowIfNull(lane);
        return rep.CoolDowns.ContainsKey(lane.Key) || rep.OptInTo(lane.Key).Quiet is not null;
    }

    /// <summary>The first test that fails where no lane asks anything: employed, on shift, available, a place free, under the caps.</summary>
    public static Test? FirstFailureAnywhere(SalesFloor floor, Rep rep, DateTimeOffset now, CalendarDay today)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(rep);
        return !rep.Terms.Active || !rep.Terms.HoldsLeads ? Test.E1
            : !rep.Terms.IsOn(now, today.Day) ? Test.E3
            : rep.Presence != Presence.Available ? Test.E4
            : rep.PlacesUsed >= rep.Terms.Places ? Test.E5
            : IsCapped(rep, OptIn.Everything, "", today) ? Test.E6
            : floor.IsSpared(rep) || rep.Terms.IsWatching ? Test.E11
            : null;
    }

    /// <summary>Each further ring adds its people to those of the rings before.</summary>
    public static bool InRing(RepTerms terms, LaneRules lane, int ring, Facts? lead = null)
    {
        ArgumentNullException.ThrowIfNull(lane);
        if (!HasLicences(terms, lane))
        {
            return false;
        }

        if (lane.Rings.IsEmpty)
        {
            return true;
        }

        for (var i = 0; i <= ring && i < lane.Rings.Length; i++)
        {
            if (Fits(terms, lane.Rings[i], lead))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a person has every licence that the law asks for of this lead in this lane; neither a later ring nor a manager's force makes up for one.</summary>
    public static bool IsLicensed(Rep rep, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(rep);
        ArgumentNullException.ThrowIfNull(lane);
        return HasLicences(rep.Terms, lane) && lane.Method.Fit?.IsLicensed(rep, lane, lead) != false;
    }

    private static bool HasLicences(RepTerms terms, LaneRules lane)
    {
        foreach (var licence in lane.Licences)
        {
            if (Fitting.Level(terms, licence.Skill) < licence.Level)
            {
                return false;
            }
        }

        return true;
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

    private static bool Fits(RepTerms terms, Ring ring, Facts? lead) =>
        (ring.Skill is null || terms.Skills.GetValueOrDefault(ring.Skill) >= ring.Level)
        && (!ring.Specialists || (lead?.Product is { } product && terms.Skills.Any(s => s.Value >= ring.Level && string.Equals(s.Key, product.Trim(), StringComparison.OrdinalIgnoreCase))))
        && (!ring.InTeam || !terms.Teams.IsEmpty)
        && (ring.Team is null || terms.Teams.Contains(ring.Team, StringComparer.Ordinal))
        && (ring.Language is null || terms.Languages.Contains(ring.Language, StringComparer.OrdinalIgnoreCase))
        && (ring.Region is null || terms.Regions.Contains(ring.Region, StringComparer.OrdinalIgnoreCase));
}
