using System.Collections.Immutable;
using System.Globalization;

namespace LeadDesk.Domain.Clocks;

/// <summary>Opening hours as people write them: {"mon-fri": ["10:00-19:00"], "sat": ["22:00-02:00"]}. Keys are mon..sun or a range of them (fri-mon wraps); an end at or before its start runs past midnight; a day that is not named is closed.</summary>
public static class HoursText
{
    private static readonly TimeSpan Midnight = TimeSpan.FromHours(24);
    private static readonly ImmutableArray<string> Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly ImmutableArray<DayOfWeek> MondayFirst = [.. Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7)];

    /// <summary>All seven days with what could be read, and an error for each key or entry (key[index]) that could not.</summary>
    public static (ImmutableDictionary<DayOfWeek, ImmutableArray<TimeRange>> Week, ImmutableArray<(string Path, string Error)> Errors) Parse(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var week = MondayFirst.ToDictionary(day => day, _ => new List<TimeRange>());
        var namedBy = new Dictionary<DayOfWeek, string>();
        var errors = ImmutableArray.CreateBuilder<(string Path, string Error)>();
        foreach (var (key, texts) in days)
        {
            var named = DaysOf(key);
            if (named.IsEmpty)
            {
                errors.Add((key, "not a day (mon..sun) nor a range of days such as mon-fri"));
            }

            foreach (var day in named.Where(day => !namedBy.TryAdd(day, key)))
            {
                errors.Add((key, $"{Names[(int)day]} is already given by {namedBy[day]}"));
            }

            for (var index = 0; index < (texts?.Count ?? 0); index++)
            {
                if (RangeOf(texts![index]) is not { } range)
                {
                    errors.Add(($"{key}[{index}]", "not hours such as 10:00-19:00"));
                    continue;
                }

                foreach (var day in named)
                {
                    Add(week, day, range.Start, range.End);
                }
            }
        }

        return (week.ToImmutableDictionary(day => day.Key, day => TimeRanges.Merge([.. day.Value])), errors.ToImmutable());
    }

    /// <summary>One key for each day, Monday first; a closed day has an empty list.</summary>
    public static IReadOnlyDictionary<string, string[]> Write(IReadOnlyDictionary<DayOfWeek, ImmutableArray<TimeRange>> week)
    {
        ArgumentNullException.ThrowIfNull(week);
        var written = new OrderedDictionary<string, string[]>(7, StringComparer.Ordinal);
        foreach (var day in MondayFirst)
        {
            var ranges = week.TryGetValue(day, out var given) ? TimeRanges.Merge(given) : [];
            written[Names[(int)day]] = [.. ranges.Select(range => $"{Text(range.Start)}-{Text(range.End)}")];
        }

        return written;
    }

    private static void Add(Dictionary<DayOfWeek, List<TimeRange>> week, DayOfWeek day, TimeSpan start, TimeSpan end)
    {
        if (end > start)
        {
            week[day].Add(new(start, end));
            return;
        }

        week[day].Add(new(start, Midnight));
        if (end > TimeSpan.Zero)
        {
            week[(DayOfWeek)(((int)day + 1) % 7)].Add(new(TimeSpan.Zero, end));
        }
    }

    private static ImmutableArray<DayOfWeek> DaysOf(string key)
    {
        var names = key.Split('-', StringSplitOptions.TrimEntries);
        var first = DayNumber(names[0]);
        var last = DayNumber(names[^1]);
        return names.Length > 2 || first < 0 || last < 0
            ? []
            : [.. Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(number => (DayOfWeek)(number % 7))];
    }

    private static int DayNumber(string name) => Names.IndexOf(name, 0, Names.Length, StringComparer.OrdinalIgnoreCase);

    private static (TimeSpan Start, TimeSpan End)? RangeOf(string? text) =>
        text?.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
        && TimeOf(from) is { } start && start < Midnight
        && TimeOf(to) is { } end
            ? (start, end)
            : null;

    private static TimeSpan? TimeOf(string text) =>
        text == "24:00" ? Midnight
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
        : null;

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");
}
