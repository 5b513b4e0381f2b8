using System.Globalization;

namespace LeadDesk.Domain.Floor;

/// <summary>The part of each day, in whole minutes of the local clock, in which somebody wants no new leads of a lane; an end at or before its start runs past midnight.</summary>
public sealed record QuietHours(int FromMinute, int UntilMinute)
{
    private const int Day = 24 * 60;

    /// <summary>From "18:00-08:00"; null where the text is none.</summary>
    public static QuietHours? Parse(string? text) =>
        text?.Split('-') is [var from, var until] && Minute(from) is { } first && Minute(until) is { } last && first != last ? new(first, last) : null;

    /// <summary>The start as a clock shows it, such as "18:00".</summary>
    public string From => Text(FromMinute);

    /// <summary>The end as a clock shows it.</summary>
    public string Until => Text(UntilMinute);

    /// <summary>Whether a time of day lies in it: from its start, up to and without its end.</summary>
    public bool Covers(TimeSpan timeOfDay)
    {
        var minute = (int)timeOfDay.TotalMinutes % Day;
        return FromMinute < UntilMinute ? minute >= FromMinute && minute < UntilMinute : minute >= FromMinute || minute < UntilMinute;
    }

    public override string ToString() => $"{From}-{Until}";

    private static string Text(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static int? Minute(string text) =>
        TimeOnly.TryParseExact(text.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;
}
