namespace LeadDesk.Domain.Clocks;

/// <summary>Tells the band of a window, by the working time used of it.</summary>
public static class Bands
{
    public static Band Of(DateTimeOffset from, DateTimeOffset due, DateTimeOffset now, OpeningHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        if (due == DateTimeOffset.MaxValue)
        {
            return Band.Calm;
        }

        if (now >= due)
        {
            return Band.Breach;
        }

        var used = (Int128)hours.Between(from, now).Ticks * 100;
        var whole = (Int128)hours.Between(from, due).Ticks;
        return used == 0 || used < whole * 50 ? Band.Calm
            : used < whole * 80 ? Band.Warm
            : Band.Hot;
    }
}
