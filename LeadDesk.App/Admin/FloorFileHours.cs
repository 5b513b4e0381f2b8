using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadDesk.App.Api;
using LeadDesk.Domain.Clocks;

namespace LeadDesk.App.Admin;

/// <summary>Zones, hours and holidays of the floor file.</summary>
internal static partial class FloorFileHours
{
    private static readonly TimeRange WholeDay = new(TimeSpan.Zero, TimeSpan.FromHours(24));

    public static ImmutableDictionary<DayOfWeek, ImmutableArray<TimeRange>> DayAndNight { get; } =
        Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, _ => ImmutableArray.Create(WholeDay));

    /// <summary>The IANA zone under this name, or null with an error.</summary>
    public static string? Zone(this Fields entry, string name)
    {
        if (entry.Text(name, 100) is not { } zone)
        {
            return null;
        }

        // The pattern first: the base library would take the name for a part of a file's path.
        if (ZoneName().IsMatch(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId)
        {
            return zone;
        }

        entry.Wrong(name, "A time zone of the IANA list is expected, e.g. Europe/Berlin, America/Los_Angeles or UTC.");
        return null;
    }

    public static ImmutableDictionary<DayOfWeek, ImmutableArray<TimeRange>>? Week(this Fields entry, string name)
    {
        if (entry.Part(name) is not { } days)
        {
            return null;
        }

        var texts = days.Names().Select(day => KeyValuePair.Create(day, (IReadOnlyList<string>)(days.Texts(day, 40, 24, orOne: true) ?? []))).ToList();
        var (week, errors) = HoursText.Parse(texts);
        foreach (var (path, words) in errors)
        {
            days.Wrong(path, $"This is {words}. Expected: \"mon-fri\": [\"10:00-19:00\"].");
        }

        return week;
    }

    public static ImmutableArray<DateOnly>? Days(this Fields entry, string name)
    {
        if (entry.Texts(name, 40, 2_000) is not { } texts)
        {
            return null;
        }

        var days = ImmutableArray.CreateBuilder<DateOnly>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            if (DateOnly.TryParseExact(texts[i], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                days.Add(day);
            }
            else
            {
                entry.Wrong(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), "A day is expected, e.g. 2026-12-25.");
            }
        }

        return days.ToImmutable();
    }

    public static bool IsDayAndNight(OpeningHours hours) => hours.Week.Values.All(day => day.Length == 1 && day[0] == WholeDay);

    public static JsonObject Write(OpeningHours hours)
    {
        var days = HoursText.Write(hours.Week);
        return new JsonObject(days.Select(day => KeyValuePair.Create(day.Key, (JsonNode?)new JsonArray([.. day.Value.Select(text => (JsonNode)text)]))));
    }

    public static JsonArray Write(ImmutableArray<DateOnly> days) =>
        [.. days.Select(day => (JsonNode)day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZoneName();
}
