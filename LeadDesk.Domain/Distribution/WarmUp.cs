using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// Warm-up with a hot transfer: some reach the customer first and ask what the script asks, then hand them over live to a senior, or agree
/// on a time with one. Seniors are the people of the lane's senior teams, or, where it names none, everybody from a seniority on.
/// </summary>
public static class WarmUp
{
    private const int MostDays = 14;

    /// <summary>How long a call-back is kept free.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(15);

    /// <summary>What has to be asked before a transfer, each answered in words.</summary>
    public static readonly TextsKnob Script = new("script");

    public static readonly TextsKnob SeniorTeams = new("seniorTeams");

    public static readonly WholeKnob SeniorFrom = new("seniorFrom", 1, 10, 2);

    /// <summary>How long a transfer rings; the customer is on the line.</summary>
    public static readonly WholeKnob TransferSeconds = new("transferSeconds", 5, 120, 30);

    public static bool IsSenior(Rep rep, LaneRules lane)
    {
        ArgumentNullException.ThrowIfNull(rep);
        ArgumentNullException.ThrowIfNull(lane);
        var teams = lane.Of(SeniorTeams);
        return teams.IsEmpty ? rep.Terms.Seniority >= lane.Of(SeniorFrom) : rep.Terms.Teams.Any(t => teams.Contains(t, StringComparer.Ordinal));
    }

    /// <summary>The seniors who could take this customer over now; nobody while the lane is closed.</summary>
    public static ImmutableArray<RepId> Ready(Round round, LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        return lane.Hours.IsOpen(round.Now) ? [.. Field.Of(round.Floor, lane, lead, round.Now, round.Today, Put.Transfer).Eligible.Select(r => r.Number)] : [];
    }

    /// <summary>
    /// The next free times of the seniors for this lead, the soonest first, one person a time: half hours within their shift (from nine to six
    /// by the floor's clock for those without one), while the lane is open and the customer may be called.
    /// </summary>
    public static ImmutableArray<(DateTimeOffset At, RepId Rep)> Slots(SalesFloor floor, LaneRules lane, Lead lead, DateTimeOffset now, int most)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var found = ImmutableArray.CreateBuilder<(DateTimeOffset, RepId)>();
        var first = new DateTimeOffset(((now + Notice).UtcTicks + Slot.Ticks - 1) / Slot.Ticks * Slot.Ticks, TimeSpan.Zero);
        for (var at = first; at < now.AddDays(MostDays) && found.Count < most; at += Slot)
        {
            if (floor.People.Where(r => IsFree(floor, lane, lead, r, at, now)).OrderBy(r => r.Holdings.Parked).ThenBy(r => r.Holdings.Open).FirstOrDefault() is { } rep)
            {
                found.Add((at, rep.Number));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a senior can promise to call this customer then (UTC).</summary>
    public static bool IsFree(SalesFloor floor, LaneRules lane, Lead lead, Rep rep, DateTimeOffset at, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(rep);
        if (at <= now || at >= now.AddDays(MostDays))
        {
            return false;
        }

        var end = at + Slot - TimeSpan.FromMinutes(1);
        return rep.Terms is { Active: true, HoldsLeads: true } && rep.Number != lead.Owner && rep.OptInTo(lane.Key).On && IsSenior(rep, lane)
            && Eligibility.IsLicensed(rep, lane, lead) && rep.Holdings.Parked < LeadLife.MostParked
            && (rep.Terms.Shift is { } shift ? shift.IsOpen(at) && shift.IsOpen(end) : InOfficeHours(floor, at))
            && rep.Terms.LeaveOn(floor.DayOf(at).Day) is null
            && lane.Hours.IsOpen(at) && lane.Hours.IsOpen(end)
            && CallingHours.Of(lead.Facts)?.MayCall(at) != false
            && !rep.Holdings.Leads.Keys.Any(id => floor.Leads[id].NextAt is { } next && next < at + Slot && at < next + Slot);
    }

    private static bool InOfficeHours(SalesFloor floor, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(floor.Plan.Plan.TimeZone)).Hour is >= 9 and < 18;
}
