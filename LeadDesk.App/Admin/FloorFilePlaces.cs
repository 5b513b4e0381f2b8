using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>Locations and teams of the floor file.</summary>
internal static class FloorFilePlaces
{
    public static Location ReadLocation(Fields entry, string key, Location? basis, string floorZone)
    {
        var name = entry.Or("name", entry.Text("name", 200), key, basis?.Name ?? key);
        var zone = entry.Or("timeZone", entry.Zone("timeZone"), floorZone, basis?.Hours.TimeZone ?? floorZone);
        var week = entry.Week("hours");
        var always = entry.YesNo("open24x7");
        var holidays = entry.Or("holidays", entry.Days("holidays"), [], basis?.Hours.Holidays ?? []);
        if (always == true && week is not null)
        {
            entry.Wrong("open24x7", "Either hours or open24x7 is expected, not both.");
        }

        if (always == false && week is null && (basis is null || FloorFileHours.IsDayAndNight(basis.Hours)))
        {
            entry.Wrong("hours", "Hours are required where open24x7 is false.");
        }

        var days = always == true ? FloorFileHours.DayAndNight : week ?? basis?.Hours.Week ?? FloorFileHours.DayAndNight;
        var hours = OpeningHours.Weekly(zone, days, holidays);
        var simple = zone == OpeningHours.Always.TimeZone && holidays.IsEmpty && FloorFileHours.IsDayAndNight(hours);
        return new Location(key, name, simple ? OpeningHours.Always : hours, entry.OrNone("currency", entry.Currency("currency"), basis?.Currency));
    }

    public static Team ReadTeam(Fields entry, string key, Team? basis) => new(
        key,
        entry.Or("name", entry.Text("name", 200), key, basis?.Name ?? key),
        entry.OrNone("location", entry.Key("location"), basis?.Location));

    public static string? Currency(this Fields entry, string name)
    {
        var text = entry.Text(name, 100);
        if (text is null || (text.Length == 3 && text.All(char.IsAsciiLetterUpper)))
        {
            return text;
        }

        entry.Wrong(name, "A currency of three capital letters is expected, e.g. USD.");
        return null;
    }

    public static JsonObject Write(Location location)
    {
        var written = new JsonObject { ["key"] = location.Key, ["name"] = location.Name, ["timeZone"] = location.Hours.TimeZone };
        if (FloorFileHours.IsDayAndNight(location.Hours))
        {
            written["open24x7"] = true;
        }
        else
        {
            written["hours"] = FloorFileHours.Write(location.Hours);
        }

        written["holidays"] = FloorFileHours.Write(location.Hours.Holidays);
        return written.Unless(location.Currency is null, "currency", location.Currency);
    }

    public static JsonObject Write(Team team) =>
        new JsonObject { ["key"] = team.Key, ["name"] = team.Name }.Unless(team.Location is null, "location", team.Location);

    /// <summary>Adds a member unless there is nothing to say.</summary>
    public static JsonObject Unless(this JsonObject written, bool nothing, string name, JsonNode? value)
    {
        if (!nothing)
        {
            written[name] = value;
        }

        return written;
    }
}
