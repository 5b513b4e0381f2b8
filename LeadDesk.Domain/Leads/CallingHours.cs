using System.Globalization;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>When a customer may be called: from 8:00 to 21:00 by their own clock, or in the hours they named as 18:00-20:00. Where their zone is not known, nothing is claimed.</summary>
public sealed record CallingHours(TimeZoneInfo Zone, TimeOnly From, TimeOnly Until)
{
    private static readonly TimeOnly Earliest = new(8, 0);
    private static readonly TimeOnly Latest = new(21, 0);

    public static CallingHours? Of(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (PlaceZone.Of(facts.Country, facts.Region) is not { } zone)
        {
            return null;
        }

        var (from, until) = Named(facts.ContactHours) ?? (Earliest, Latest);
        return new(zone, from, until);
    }

    /// <summary>Whether a person is on shift at the next moment at which the customer may be called; everybody is, where that is now or not known.</summary>
    public static Func<Rep, bool> CoveredBy(SalesFloor floor, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(lead);
        return Of(lead.Facts)?.Next(floor.At) is { } moment && moment > floor.At
            ? r => r.Terms.Shift is not { } shift || shift.IsOpen(moment)
            : _ => true;
    }

    public bool MayCall(DateTimeOffset at) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime).IsBetween(From, Until);

    /// <summary>`at` itself if the customer may be called then, else the next moment.</summary>
    public DateTimeOffset Next(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        if (TimeOnly.FromDateTime(local).IsBetween(From, Until))
        {
            return at;
        }

        var day = DateOnly.FromDateTime(local);
        var begins = day.ToDateTime(From) > local ? day.ToDateTime(From) : day.AddDays(1).ToDateTime(From);
        while (Zone.IsInvalidTime(begins))
        {
            begins = begins.AddMinutes(30);
        }

        return new DateTimeOffset(begins, Zone.GetUtcOffset(begins)).ToUniversalTime();
    }

    private static (TimeOnly From, TimeOnly Until)? Named(string? hours)
    {
        var parts = (hours ?? "").Replace('–', '-').Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Time(parts[0]) is { } from && Time(parts[1]) is { } until && from < until ? (from, until) : null;
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
