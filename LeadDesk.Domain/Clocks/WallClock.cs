namespace LeadDesk.Domain.Clocks;

/// <summary>When the clock on the wall of one time zone shows a local time, as UTC ticks; local times are ticks since 0001-01-01 and may lie outside what DateTime holds.</summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    // No zone is further from UTC than 14 h; none changes twice within 30 h.
    private const long Reach = 15 * TimeSpan.TicksPerHour;

    /// <summary>The local time at a UTC instant.</summary>
    public long Shown(long utc) => utc + Offset(utc);

    /// <summary>The first instant at which the clock has reached the local time: after the gap in spring, the first of two in autumn.</summary>
    public long First(long local)
    {
        var (before, change, after) = Around(local);
        return local - before < change ? local - before : Math.Max(change, local - after);
    }

    /// <summary>The last instant up to which the clock still shows less than the local time: after the gap in spring, the second of two in autumn.</summary>
    public long Last(long local)
    {
        var (before, change, after) = Around(local);
        return local - after > change ? local - after : Math.Min(change, local - before);
    }

    private (long Before, long Change, long After) Around(long local)
    {
        var low = local - Reach;
        var high = local + Reach;
        var before = Offset(low);
        var after = Offset(high);
        if (before == after)
        {
            return (before, long.MaxValue, after);
        }

        // TimeZoneInfo does not tell its changes, and its IsInvalidTime overlooks changes of the base offset; from UTC it is always right.
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Offset(middle) == before)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (before, high, after);
    }

    private long Offset(long utc) =>
        zone.GetUtcOffset(new DateTime(Math.Clamp(utc, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc)).Ticks;
}
