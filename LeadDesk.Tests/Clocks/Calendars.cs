using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.Domain.Clocks;
using Xunit;

namespace LeadDesk.Tests.Clocks;

/// <summary>Calendars and instants, written as people write them.</summary>
internal static class Calendars
{
    /// <summary>Hours such as "mon-fri 10:00-19:00; sat 10:00-14:00", with holidays as yyyy-MM-dd.</summary>
    public static OpeningHours Hours(string zone, string week, params string[] holidays)
    {
        var (days, errors) = Parse(week);
        Assert.Empty(errors);
        return OpeningHours.Weekly(zone, days, holidays.Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture)));
    }

    public static (ImmutableDictionary<DayOfWeek, ImmutableArray<TimeRange>> Week, ImmutableArray<(string Path, string Error)> Errors) Parse(string week) =>
        HoursText.Parse(week.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => KeyValuePair.Create<string, IReadOnlyList<string>>(words[0], words[1..])));

    /// <summary>An instant with its offset, e.g. 2026-03-08 10:00Z or 2026-03-08 03:00-07:00.</summary>
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Compares element by element: Assert.Equal would take ImmutableArray's own equality, which is that of references.</summary>
    public static void Alike<T>(IEnumerable<T> expected, IEnumerable<T> actual) => Assert.Equal([.. expected], (List<T>)[.. actual]);

    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
