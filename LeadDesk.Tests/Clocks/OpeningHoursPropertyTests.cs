using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using Xunit;

namespace LeadDesk.Tests.Clocks;

/// <summary>What must hold for any week, in any zone, around any night.</summary>
public sealed class OpeningHoursPropertyTests
{
    private static readonly ImmutableArray<string> Zones =
    [
        "America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "UTC", "Asia/Kolkata", "America/St_Johns", "America/Havana",
        "Asia/Beirut", "Africa/Casablanca", "Atlantic/Azores", "Pacific/Apia", "Pacific/Chatham", "America/Sao_Paulo", "Africa/Cairo", "America/Santiago", "Antarctica/Troll",
    ];

    [Fact]
    public void Work_takes_as_much_open_time_as_asked() => ForRandomHours((random, hours) =>
    {
        var from = Moment(random);
        var working = TimeSpan.FromTicks(random.NextInt64(1, TimeSpan.FromHours(60).Ticks));
        var done = hours.After(from, working);
        if (done == DateTimeOffset.MaxValue)
        {
            return;
        }

        Assert.Equal(working, hours.Between(from, done));
        Assert.True(hours.IsOpen(done.AddTicks(-1)), "ends in a closed hour");
        var half = hours.After(from, working / 2);
        Assert.Equal(done, hours.After(half, working - (working / 2)));
    });

    [Fact]
    public void Open_time_adds_up() => ForRandomHours((random, hours) =>
    {
        var from = Moment(random);
        var middle = from + TimeSpan.FromTicks(random.NextInt64(0, TimeSpan.FromDays(5).Ticks));
        var to = middle + TimeSpan.FromTicks(random.NextInt64(0, TimeSpan.FromDays(5).Ticks));
        Assert.Equal(hours.Between(from, to), hours.Between(from, middle) + hours.Between(middle, to));
        Assert.InRange(hours.Between(from, to), TimeSpan.Zero, to - from);
    });

    [Fact]
    public void Open_agrees_with_open_time_and_with_the_clock_on_the_wall() => ForRandomHours((random, hours) =>
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(hours.TimeZone);
        var at = Moment(random);
        for (var step = 0; step < 300; step++, at = at.AddMinutes(5))
        {
            var open = hours.IsOpen(at);
            Assert.Equal(open ? 1 : 0, hours.Between(at, at.AddTicks(1)).Ticks);
            Assert.Equal(open, hours.OpensAt(at) == at);

            var shown = TimeZoneInfo.ConvertTime(at, zone);
            if (!NearChange(zone, at))
            {
                var byWall = !hours.Holidays.Contains(DateOnly.FromDateTime(shown.DateTime))
                    && hours.Week[shown.DayOfWeek].Any(range => range.Start <= shown.TimeOfDay && shown.TimeOfDay < range.End);
                Assert.True(open == byWall, $"at {shown:O}: {open}");
            }
        }
    });

    [Fact]
    public void Changes_alternate_and_nothing_changes_between_them() => ForRandomHours((random, hours) =>
    {
        var at = Moment(random);
        for (var step = 0; step < 20 && hours.NextChange(at) is { } change; step++, at = change)
        {
            var open = hours.IsOpen(at);
            Assert.True(change > at);
            Assert.Equal(open, hours.IsOpen(change.AddTicks(-1)));
            Assert.NotEqual(open, hours.IsOpen(change));
            Assert.Equal(open ? change - at : TimeSpan.Zero, hours.Between(at, change));
        }
    });

    [Fact]
    public void Answers_do_not_depend_on_earlier_questions() => ForRandomHours((random, hours) =>
    {
        for (var question = 0; question < 20; question++)
        {
            var at = Moment(random);
            var fresh = OpeningHours.Weekly(hours.TimeZone, hours.Week, hours.Holidays);
            Assert.Equal(fresh.NextChange(at), hours.NextChange(at));
            Assert.Equal(fresh.IsOpen(at), hours.IsOpen(at));
            Assert.Equal(fresh.After(at, TimeSpan.FromHours(3)), hours.After(at, TimeSpan.FromHours(3)));
        }
    });

    [Fact]
    public void Many_threads_get_the_answers_of_one() => ForRandomHours(
        (random, hours) =>
        {
            DateTimeOffset[] moments = [.. Enumerable.Range(0, 200).Select(_ => Moment(random))];
            bool[] alone = [.. moments.Select(hours.IsOpen)];
            var together = new bool[moments.Length];
            Parallel.For(0, moments.Length, index => together[index] = hours.IsOpen(moments[index]));
            Assert.Equal(alone, together);
        },
        rounds: 20);

    [Fact]
    public void A_week_reads_as_it_was_written() => ForRandomHours((_, hours) =>
    {
        var (week, errors) = HoursText.Parse(HoursText.Write(hours.Week).Select(day => KeyValuePair.Create<string, IReadOnlyList<string>>(day.Key, day.Value)));
        Assert.Empty(errors);
        Assert.Equal(hours, OpeningHours.Weekly(hours.TimeZone, week, hours.Holidays));
    });

    private static void ForRandomHours(Action<Random, OpeningHours> holds, int rounds = 300)
    {
        for (var seed = 0; seed < rounds; seed++)
        {
            var random = new Random(seed);
            var hours = RandomHours(random);
            try
            {
                holds(random, hours);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    $"seed {seed}, {hours.TimeZone}, {string.Join("; ", HoursText.Write(hours.Week).Select(day => $"{day.Key} {string.Join(' ', day.Value)}"))}, closed {string.Join(' ', hours.Holidays)}: {failure.Message}",
                    failure);
            }
        }
    }

    private static OpeningHours RandomHours(Random random)
    {
        var step = random.Next(3) == 0 ? 60 : 5;
        var week = Enum.GetValues<DayOfWeek>()
            .Where(_ => random.Next(5) > 0)
            .ToDictionary(day => day, _ => random.Next(4) == 0
                ? [new TimeRange(TimeSpan.Zero, TimeSpan.FromHours(24))]
                : Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomRange(random, step)).ToImmutableArray());
        var holidays = Enumerable.Range(0, random.Next(8)).Select(_ => DateOnly.FromDateTime(Moment(random).UtcDateTime));
        return OpeningHours.Weekly(Zones[random.Next(Zones.Length)], week, [.. holidays]);
    }

    private static TimeRange RandomRange(Random random, int step)
    {
        // Half of them in the small hours, where clocks change.
        var last = (random.Next(2) == 0 ? 24 * 60 : 4 * 60) / step;
        var start = random.Next(last);
        return new(TimeSpan.FromMinutes(start * step), TimeSpan.FromMinutes(random.Next(start + 1, last + 1) * step));
    }

    // Mostly around the days on which most of the zones change their clocks.
    private static DateTimeOffset Moment(Random random)
    {
        DateTimeOffset[] nights =
        [
            new(2026, 3, 8, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero), new(2026, 4, 5, 0, 0, 0, TimeSpan.Zero),
            new(2026, 10, 4, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 25, 0, 0, 0, TimeSpan.Zero), new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            new(2011, 12, 30, 0, 0, 0, TimeSpan.Zero), new(2028, 2, 29, 0, 0, 0, TimeSpan.Zero), new(2018, 11, 4, 0, 0, 0, TimeSpan.Zero),
        ];
        return nights[random.Next(nights.Length)].AddTicks(random.NextInt64(-2 * TimeSpan.TicksPerDay, 2 * TimeSpan.TicksPerDay));
    }

    // Within an hour that the wall shows twice, the two clocks may differ by definition.
    private static bool NearChange(TimeZoneInfo zone, DateTimeOffset at) =>
        zone.GetUtcOffset(at.AddHours(-3)) != zone.GetUtcOffset(at.AddHours(3));
}
