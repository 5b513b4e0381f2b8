using LeadDesk.App.Shell;

namespace LeadDesk.App.RepDesk;

/// <summary>A moment to come back to a customer, with its words; At is UTC.</summary>
public sealed record ComeBack(string Text, DateTimeOffset At)
{
    private static readonly TimeSpan Evening = TimeSpan.FromHours(17);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(10);

    /// <summary>The sensible moments from now on, soonest first, in the zone of the words.</summary>
    public static IReadOnlyList<ComeBack> From(DateTimeOffset now, Phrases say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var here = say.Here(now);
        var today = here.Date;
        var choices = new List<ComeBack> { new(say["When.30m"], now.AddMinutes(30)), new(say["When.2h"], now.AddHours(2)) };
        if (here.TimeOfDay < Evening - TimeSpan.FromHours(1))
        {
            Add("When.Five", today + Evening);
        }

        Add("When.Tomorrow", today.AddDays(1) + Morning);
        if (today.DayOfWeek is DayOfWeek.Thursday or DayOfWeek.Friday or DayOfWeek.Saturday)
        {
            Add("When.Monday", today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7) + Morning);
        }

        return choices;

        void Add(string key, DateTime local)
        {
            var at = Typed(local, say.Zone);
            choices.Add(new(say[key, say.Time(at)], at));
        }
    }

    /// <summary>A wall-clock time as typed, in the zone of the words; a time the clock skips moves on with it.</summary>
    public static DateTimeOffset Typed(DateTime local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall, zone.GetUtcOffset(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall)).ToUniversalTime();
    }
}
