using System.Collections.Immutable;

namespace LeadDesk.Domain.Clocks;

/// <summary>A weekly calendar of opening hours in one IANA time zone, with holidays (whole closed local days). Immutable, thread-safe, value equality on its definition; answers are UTC.</summary>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    private static readonly long Horizon = TimeSpan.FromDays(400).Ticks;
    private static readonly long Longest = TimeSpan.FromDays(5 * 366).Ticks;
    private static readonly TimeRange WholeDay = new(TimeSpan.Zero, TimeSpan.FromHours(24));

    private readonly WallClock clock;
    private readonly ImmutableArray<TimeRange>[] week;
    private readonly bool neverOpen;
    private readonly bool openDayAndNight;
    private readonly int[] holidays;
    private Stretch? last;

    private OpeningHours(bool always, string timeZone, IReadOnlyDictionary<DayOfWeek, ImmutableArray<TimeRange>> days, IEnumerable<DateOnly> closed)
    {
        IsAlways = always;
        TimeZone = timeZone;
        Holidays = [.. closed.Distinct().Order()];
        week = [.. Enum.GetValues<DayOfWeek>().Select(day => days.TryGetValue(day, out var ranges) ? TimeRanges.Merge(ranges) : [])];
        Week = Enum.GetValues<DayOfWeek>().ToImmutableDictionary(day => day, day => week[(int)day]);
        clock = new WallClock(TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        holidays = [.. Holidays.Select(day => day.DayNumber)];
        neverOpen = Array.TrueForAll(week, ranges => ranges.IsEmpty);
        openDayAndNight = Array.TrueForAll(week, ranges => ranges is [var only] && only == WholeDay);
        last = always ? new(long.MinValue, long.MaxValue, Open: true, Ends: false) : null;
    }

    /// <summary>Open without end.</summary>
    public static OpeningHours Always { get; } =
        new(always: true, "UTC", Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => ImmutableArray.Create(WholeDay)), []);

    public bool IsAlways { get; }

    public string TimeZone { get; }

    /// <summary>All seven days, each with its ranges sorted and merged; a closed day has none.</summary>
    public IReadOnlyDictionary<DayOfWeek, ImmutableArray<TimeRange>> Week { get; }

    public ImmutableArray<DateOnly> Holidays { get; }

    /// <summary>Open in the ranges of the week, except on holidays. A day that is not named is closed.</summary>
    /// <exception cref="ArgumentException">A range is empty, backwards or outside its day.</exception>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static OpeningHours Weekly(string timeZone, IReadOnlyDictionary<DayOfWeek, ImmutableArray<TimeRange>> week, IEnumerable<DateOnly> holidays)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        ArgumentNullException.ThrowIfNull(week);
        ArgumentNullException.ThrowIfNull(holidays);
        return new(always: false, timeZone, week, holidays);
    }

    public bool IsOpen(DateTimeOffset at) => Remember(Find(at.UtcTicks)).Open;

    /// <summary><paramref name="at"/> itself if open, else the next opening; null if there is none within 400 days.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset at) => IsOpen(at) ? at.ToUniversalTime() : NextChange(at);

    /// <summary>The next opening or closing strictly after <paramref name="at"/>; null if there is none within 400 days.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        var now = at.UtcTicks;
        var stretch = Find(now);
        if (!stretch.Ends)
        {
            // The answer must not depend on where an earlier question stopped looking.
            stretch = Look(now);
        }

        Remember(stretch);
        return ChangeWithin(stretch, now) is { } change ? Instant(change) : null;
    }

    /// <summary>The instant when <paramref name="working"/> open time has passed since <paramref name="from"/>, or since the next opening if closed; exactly the closing time if it ends there; DateTimeOffset.MaxValue if never, or not within five years where it opens and closes: nobody waits while a minute a week is added up. Nothing or less than nothing to work ends where it begins.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan working)
    {
        var now = from.UtcTicks;
        var left = Math.Max(0, working.Ticks);
        var limit = Math.Min(DateTimeOffset.MaxValue.UtcTicks, now > DateTimeOffset.MaxValue.UtcTicks - Longest ? long.MaxValue : now + Longest);
        while (left <= DateTimeOffset.MaxValue.UtcTicks - now && now <= limit)
        {
            var stretch = Find(now);
            if (!stretch.Open)
            {
                if (ChangeWithin(stretch.Ends ? stretch : Look(now), now) is not { } opening)
                {
                    break;
                }

                now = opening;
                continue;
            }

            var open = stretch.To - now;
            if (left <= open)
            {
                return Instant(now + left);
            }

            left -= open;
            now = stretch.To;
        }

        return DateTimeOffset.MaxValue;
    }

    /// <summary>The open time in [from, to); zero if <paramref name="to"/> is not after <paramref name="from"/>. Takes a few microseconds for each day between them.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var now = from.UtcTicks;
        var end = to.UtcTicks;
        var open = 0L;
        while (now < end)
        {
            var stretch = Find(now);
            var until = Math.Min(stretch.To, end);
            open += stretch.Open ? until - now : 0;
            now = until;
        }

        return TimeSpan.FromTicks(open);
    }

    public bool Equals(OpeningHours? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && IsAlways == other.IsAlways
            && TimeZone == other.TimeZone
            && Holidays.SequenceEqual(other.Holidays)
            && week.Zip(other.week).All(pair => pair.First.SequenceEqual(pair.Second)));

    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(IsAlways);
        hash.Add(TimeZone, StringComparer.Ordinal);
        foreach (var day in Holidays)
        {
            hash.Add(day);
        }

        foreach (var ranges in week)
        {
            hash.Add(ranges.Length);
            foreach (var range in ranges)
            {
                hash.Add(range);
            }
        }

        return hash.ToHashCode();
    }

    private static DateTimeOffset Instant(long utc) => new(utc, TimeSpan.Zero);

    private static long? ChangeWithin(Stretch stretch, long now) =>
        stretch.Ends && stretch.To - now <= Horizon && stretch.To <= DateTimeOffset.MaxValue.UtcTicks ? stretch.To : null;

    private Stretch Remember(Stretch stretch)
    {
        if (!ReferenceEquals(Volatile.Read(ref last), stretch))
        {
            Volatile.Write(ref last, stretch);
        }

        return stretch;
    }

    private Stretch Find(long now)
    {
        var known = Volatile.Read(ref last);
        return known is not null && known.From <= now && now < known.To ? known : Look(now);
    }

    /// <summary>The stretch around an instant, from at most the day before it to a little more than the horizon after it.</summary>
    private Stretch Look(long now)
    {
        if (neverOpen)
        {
            return new(long.MinValue, long.MaxValue, Open: false, Ends: false);
        }

        // Where the clock goes back over midnight, the day before still has hours to come: hence it is looked at too.
        var firstDay = (int)(Math.Max(0, clock.Shown(now)) / TimeSpan.TicksPerDay) - 1;
        var lastDay = firstDay + 404;
        var closedFrom = clock.First(firstDay * TimeSpan.TicksPerDay);
        var (from, to) = (closedFrom, closedFrom);
        for (var day = firstDay; day <= lastDay; day++)
        {
            var midnight = day * TimeSpan.TicksPerDay;
            if (now < to && to < clock.First(midnight))
            {
                return new(from, to, Open: true, Ends: true);
            }

            if (openDayAndNight && (holidays.Length == 0 || day > holidays[^1]) && now < to)
            {
                return new(from, long.MaxValue, Open: true, Ends: false);
            }

            foreach (var range in RangesOf(day))
            {
                var start = clock.First(midnight + range.Start.Ticks);
                // Midnight belongs to the day that begins: the day before must not run into its second occurrence.
                var end = range.End == WholeDay.End ? clock.First(midnight + TimeSpan.TicksPerDay) : clock.Last(midnight + range.End.Ticks);
                if (end <= start)
                {
                    continue;
                }

                if (start > to)
                {
                    if (now < to)
                    {
                        return new(from, to, Open: true, Ends: true);
                    }

                    if (now < start)
                    {
                        return new(to, start, Open: false, Ends: true);
                    }

                    from = start;
                }

                to = Math.Max(to, end);
            }
        }

        return now < to
            ? new(from, to, Open: true, Ends: false)
            : new(to, clock.First((lastDay + 1) * TimeSpan.TicksPerDay), Open: false, Ends: false);
    }

    private ImmutableArray<TimeRange> RangesOf(int day) =>
        Array.BinarySearch(holidays, day) >= 0 ? [] : week[((day % 7) + 8) % 7];

    /// <summary>UTC ticks [From, To) in which nothing changes; Ends says that To is a change, and not only where the search stopped.</summary>
    private sealed record Stretch(long From, long To, bool Open, bool Ends);
}
