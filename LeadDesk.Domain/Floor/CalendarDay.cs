namespace LeadDesk.Domain.Floor;

/// <summary>A moment in the floor's calendar: its day, the Monday of its week, the first of its month.</summary>
public readonly record struct CalendarDay(DateOnly Day)
{
    public DateOnly Week => Day.AddDays(-(((int)Day.DayOfWeek + 6) % 7));

    public DateOnly Month => new(Day.Year, Day.Month, 1);

    public static CalendarDay Of(DateTimeOffset at, TimeZoneInfo zone) =>
        new(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime));
}
