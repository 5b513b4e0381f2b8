using System.Globalization;
using LeadDesk.App.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadDesk.App.Audit;

/// <summary>What the page looks for, as it stands in its address: a person, a lead, an act or a group of acts, a day of the floor's time zone, and older than an event.</summary>
public sealed record AuditFilter(Guid? Person, Guid? Lead, string? Act, DateOnly? Day, long? Before)
{
    /// <summary>What cannot be read is no filter: an address is not a form.</summary>
    public static AuditFilter Of(string? person, string? lead, string? act, string? day, string? before) => new(
        Guid.TryParse(person, out var p) ? p : null,
        Guid.TryParse(lead, out var l) ? l : null,
        act is not null && AuditKinds.Of(act) is not null ? act : null,
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null,
        long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var b) ? b : null);

    public bool IsAnything => this with { Before = null } == new AuditFilter(null, null, null, null, null);

    public AuditAsk Ask(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(Person, Lead, Act is null ? null : AuditKinds.Of(Act), Day is { } from ? StartOf(from, zone) : null, Day is { } until ? StartOf(until.AddDays(1), zone) : null);
    }

    /// <summary>The address of a page with this filter.</summary>
    public string Address(string path = "audit") => QueryHelpers.AddQueryString(path, Parts().Where(p => p.Value is not null));

    /// <summary>The same for a program, which takes instants and no days.</summary>
    public string ExportAddress(TimeZoneInfo zone)
    {
        var ask = Ask(zone);
        return QueryHelpers.AddQueryString("api/v1/audit/export", (this with { Day = null, Before = null }).Parts()
            .Append(new("from", ask.From?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)))
            .Append(new("until", ask.Until?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)))
            .Where(p => p.Value is not null));
    }

    private IEnumerable<KeyValuePair<string, string?>> Parts() =>
    [
        new("person", Person?.ToString()),
        new("lead", Lead?.ToString()),
        new("act", Act),
        new("day", Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("before", Before?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The first instant of a day: where clocks skip midnight, the first that is there.</summary>
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start))
        {
            start = start.AddMinutes(15);
        }

        return new DateTimeOffset(start, zone.IsAmbiguousTime(start) ? zone.GetAmbiguousTimeOffsets(start).Max() : zone.GetUtcOffset(start));
    }
}
