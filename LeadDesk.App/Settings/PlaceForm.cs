using System.Globalization;
using System.Text.Json.Nodes;
using LeadDesk.App.Admin;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Settings;

/// <summary>A place as it is typed: its hours one line a day or range of days, its holidays one day a line.</summary>
public sealed class PlaceForm
{
    private const string Closed = "closed";

    /// <summary>Null for one that is not saved yet.</summary>
    public string? Key { get; init; }

    public string Name { get; set; } = "";

    public string Zone { get; set; } = "";

    /// <summary>Empty = always open.</summary>
    public string Hours { get; set; } = "";

    public string Holidays { get; set; } = "";

    public static PlaceForm Of(Location place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new()
        {
            Key = place.Key,
            Name = place.Name,
            Zone = place.Hours.TimeZone,
            Hours = FloorFileHours.IsDayAndNight(place.Hours) ? "" : HoursOf(place.Hours),
            Holidays = string.Join('\n', place.Hours.Holidays.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        };
    }

    /// <summary>Days in a row with the same hours share a line; closed days are left out, unless there are no others.</summary>
    private static string HoursOf(OpeningHours hours)
    {
        var lines = new List<(string First, string Last, string Times)>();
        var before = "";
        foreach (var (day, times) in HoursText.Write(hours.Week).Select(d => (d.Key, string.Join(", ", d.Value))))
        {
            if (times.Length > 0 && lines is [.., var last] && last.Times == times && last.Last == before)
            {
                lines[^1] = last with { Last = day };
            }
            else if (times.Length > 0)
            {
                lines.Add((day, day, times));
            }

            before = day;
        }

        return lines.Count == 0 ? "mon-sun " + Closed : string.Join('\n', lines.Select(l => l.First == l.Last ? $"{l.First} {l.Times}" : $"{l.First}-{l.Last} {l.Times}"));
    }

    public JsonObject ToJson(string key)
    {
        var place = new JsonObject { ["key"] = key, ["name"] = Name.Trim(), ["timeZone"] = Zone.Trim(), ["holidays"] = new JsonArray([.. Lines.Of(Holidays).Select(d => (JsonNode)d)]) };
        var days = new JsonObject();
        foreach (var line in Lines.Of(Hours))
        {
            var cut = line.IndexOfAny([' ', ':']);
            days[(cut < 0 ? line : line[..cut]).ToLowerInvariant()] = new JsonArray([.. (cut < 0 ? "" : line[(cut + 1)..]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(h => h != Closed).Select(h => (JsonNode)Full(h.Replace('–', '-').Replace(" ", "", StringComparison.Ordinal)))]);
        }

        if (days.Count == 0)
        {
            place["open24x7"] = true;
        }
        else
        {
            place["hours"] = days;
        }

        return place;
    }

    /// <summary>9:00-18:00 as the file wants it, 09:00-18:00.</summary>
    private static string Full(string times) => string.Join('-', times.Split('-').Select(t => t is [_, ':', _, _] ? "0" + t : t));
}
