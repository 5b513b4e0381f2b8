using System.Globalization;
using LeadDesk.Domain.Clocks;

namespace LeadDesk.App.Admin;

/// <summary>A weekly shift in short, in the reader's language: days that are alike stand together.</summary>
public static class HoursWords
{
    private static readonly DayOfWeek[] Monday = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Of(OpeningHours shift)
    {
        ArgumentNullException.ThrowIfNull(shift);
        var parts = new List<string>();
        for (var i = 0; i < Monday.Length;)
        {
            var (from, hours) = (i, Hours(shift, Monday[i]));
            while (i < Monday.Length && Hours(shift, Monday[i]) == hours)
            {
                i++;
            }

            if (hours.Length > 0)
            {
                parts.Add($"{Day(Monday[from])}{(i - from > 1 ? "–" + Day(Monday[i - 1]) : "")} {hours}");
            }
        }

        return string.Join(", ", parts);
    }

    private static string Day(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName(day).TrimEnd('.');

    private static string Hours(OpeningHours shift, DayOfWeek day) => string.Join(" + ", shift.Week[day].Select(r => $"{Clock(r.Start)}–{Clock(r.End)}"));

    private static string Clock(TimeSpan time) => DateTime.MinValue.Add(time).ToString("t", CultureInfo.CurrentCulture);
}
