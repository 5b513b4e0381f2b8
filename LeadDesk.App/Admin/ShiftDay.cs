namespace LeadDesk.App.Admin;

/// <summary>The hours of one weekday while somebody edits them: 09:00-13:00, 14:00-18:00; empty = off.</summary>
public sealed class ShiftDay(DayOfWeek day)
{
    public DayOfWeek Day => day;

    /// <summary>As a floor file names it.</summary>
    public string Key { get; } = day.ToString()[..3].ToLowerInvariant();

    public string Text { get; set; } = "";
}
