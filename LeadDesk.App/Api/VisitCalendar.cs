using System.Globalization;
using LeadDesk.App.Counter;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>An agreed visit as a calendar entry (RFC 5545) for the customer or one's own calendar. It names the shop, never the customer, and for a discreet one not the thing either.</summary>
internal static class VisitCalendar
{
    public static IResult Of(HttpContext http, Calls calls, LeadId id)
    {
        var viewer = Calls.Viewer(http);
        if (calls.Views().Lead(viewer, id) is not { Contact: not null } card || !card.HasVisit())
        {
            return Problems.Of(http, 404, "unknown", "There is no such thing here, or it is not for you to see.");
        }

        var place = calls.Floor.Plan.Plan.Locations.FirstOrDefault(l => l.Key == calls.Floor.Person(viewer).Terms.Location)?.Name;
        return Results.Text(Write(card, place, calls.Now), "text/calendar");
    }

    /// <summary>The file's text; place = null where a person belongs to no shop.</summary>
    public static string Write(LeadCard card, string? place, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(card);
        var starts = card.NextAt!.Value;
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//LeadDesk//Visit//EN", "BEGIN:VEVENT",
            $"UID:{card.Id:N}-{starts.ToUnixTimeSeconds()}@leaddesk",
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(starts)}",
            $"DTEND:{Utc(starts + VisitTimes.Length)}",
            Fold("SUMMARY:" + Escape(card.Instructions is { Discreet: true } || card.Product is null ? "Appointment" : $"Visit: {card.Product}")),
            .. place is null || card.Instructions is { Discreet: true } ? Array.Empty<string>() : [Fold("LOCATION:" + Escape(place))],
            "END:VEVENT", "END:VCALENDAR", "",
        ];
        return string.Join("\r\n", lines);
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\n", StringComparison.Ordinal);

    /// <summary>A line is at most 75 octets; what is longer goes on after a line break and a blank. Cut between whole characters.</summary>
    private static string Fold(string line)
    {
        var folded = new System.Text.StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 74)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
