using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using Xunit;
using static LeadDesk.Tests.Clocks.Calendars;

namespace LeadDesk.Tests.Clocks;

public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Shop = Hours("Europe/Berlin", "mon-fri 10:00-19:00; sat 10:00-14:00", "2026-05-01");

    [Theory]
    [InlineData("2026-04-30 09:59:59+02:00", false)]
    [InlineData("2026-04-30 10:00+02:00", true)]
    [InlineData("2026-04-30 18:59:59+02:00", true)]
    [InlineData("2026-04-30 19:00+02:00", false)]
    [InlineData("2026-05-01 12:00+02:00", false)]
    [InlineData("2026-05-02 13:59+02:00", true)]
    [InlineData("2026-05-03 12:00+02:00", false)]
    [InlineData("2026-04-30 12:00-07:00", false)]
    [InlineData("2026-01-15 10:00+01:00", true)]
    public void A_range_includes_its_start_and_not_its_end(string at, bool open) => Assert.Equal(open, Shop.IsOpen(At(at)));

    [Theory]
    [InlineData("2026-04-29 12:00+02:00", "2026-04-29 10:00Z")]
    [InlineData("2026-04-30 19:00+02:00", "2026-05-02 08:00Z")]
    [InlineData("2026-05-02 14:00+02:00", "2026-05-04 08:00Z")]
    [InlineData("2026-05-04 09:00+02:00", "2026-05-04 08:00Z")]
    public void The_next_opening_skips_nights_holidays_and_weekends(string at, string opens) => Same(At(opens), Shop.OpensAt(At(at)));

    [Theory]
    [InlineData("2026-04-30 10:00+02:00", "2026-04-30 17:00Z")]
    [InlineData("2026-04-30 19:00+02:00", "2026-05-02 08:00Z")]
    [InlineData("2026-05-02 08:00Z", "2026-05-02 12:00Z")]
    public void The_next_change_is_strictly_later(string at, string change) => Same(At(change), Shop.NextChange(At(at)));

    [Fact]
    public void Work_that_fills_the_day_is_done_at_closing_time_and_not_at_the_next_opening()
    {
        Same(At("2026-04-30 17:00Z"), Shop.After(At("2026-04-30 08:00Z"), Hours(9)));
        Same(At("2026-05-02 08:00Z").AddTicks(1), Shop.After(At("2026-04-30 08:00Z"), Hours(9) + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Work_that_begins_while_closed_begins_at_the_opening()
    {
        Same(At("2026-05-02 08:15Z"), Shop.After(At("2026-04-30 22:00+02:00"), Hours(0.25)));
        Same(At("2026-05-02 08:00Z"), Shop.After(At("2026-04-30 17:00Z"), TimeSpan.Zero));
        Same(At("2026-04-30 09:00Z"), Shop.After(At("2026-04-30 11:00+02:00"), Hours(-1)));
    }

    [Fact]
    public void Open_time_leaves_out_holidays_and_weekends()
    {
        Assert.Equal(Hours(9 + 4 + 9), Shop.Between(At("2026-04-30 00:00Z"), At("2026-05-05 00:00Z")));
        Assert.Equal(TimeSpan.Zero, Shop.Between(At("2026-04-30 17:00Z"), At("2026-05-02 08:00Z")));
        Assert.Equal(TimeSpan.Zero, Shop.Between(At("2026-04-30 12:00Z"), At("2026-04-30 08:00Z")));
    }

    [Fact]
    public void A_leap_day_is_a_day_like_others()
    {
        Assert.True(Hours("Europe/Berlin", "tue 10:00-19:00").IsOpen(At("2028-02-29 12:00+01:00")));
        Same(At("2028-03-07 09:00Z"), Hours("Europe/Berlin", "tue 10:00-19:00", "2028-02-29").OpensAt(At("2028-02-23 12:00+01:00")));
        Assert.Equal(Hours(29 * 24), Hours("Europe/Berlin", "mon-sun 00:00-24:00").Between(At("2028-02-01 00:00+01:00"), At("2028-03-01 00:00+01:00")));
    }

    [Theory]
    [InlineData("America/Los_Angeles", "2026-03-08 00:00-08:00", "2026-03-09 00:00-07:00", 23)]
    [InlineData("America/Los_Angeles", "2026-11-01 00:00-07:00", "2026-11-02 00:00-08:00", 25)]
    [InlineData("Europe/Berlin", "2026-03-29 00:00+01:00", "2026-03-30 00:00+02:00", 23)]
    [InlineData("Europe/Berlin", "2026-10-25 00:00+02:00", "2026-10-26 00:00+01:00", 25)]
    [InlineData("Australia/Lord_Howe", "2026-10-04 00:00+10:30", "2026-10-05 00:00+11:00", 23.5)]
    [InlineData("Australia/Lord_Howe", "2026-04-05 00:00+11:00", "2026-04-06 00:00+10:30", 24.5)]
    [InlineData("America/Havana", "2026-03-08 01:00-04:00", "2026-03-09 00:00-04:00", 23)]
    [InlineData("America/Havana", "2026-11-01 00:00-04:00", "2026-11-02 00:00-05:00", 25)]
    [InlineData("America/St_Johns", "2010-11-07 00:00-02:30", "2010-11-08 00:00-03:30", 25)]
    public void On_a_night_the_clock_changes_a_whole_day_is_as_long_as_it_is(string zone, string begins, string ends, double hours)
    {
        var onlySunday = Hours(zone, "sun 00:00-24:00");
        var (from, to) = (At(begins), At(ends));

        Same(from, onlySunday.OpensAt(from.AddDays(-1)));
        Same(to, onlySunday.NextChange(from));
        Assert.Equal(Hours(hours), onlySunday.Between(from.AddDays(-2), to.AddDays(2)));
        Same(to, onlySunday.After(from, Hours(hours)));

        var butSunday = Hours(zone, "mon-sat 00:00-24:00");
        Same(from, butSunday.NextChange(from.AddDays(-1)));
        Same(to, butSunday.NextChange(from));

        var weekend = Hours(zone, "fri-mon 00:00-24:00");
        Assert.Equal(Hours((3 * 24) + hours), weekend.Between(from.AddDays(-4), to.AddDays(3)));
        Same(to.AddDays(1), weekend.NextChange(from.AddDays(-1)));
    }

    [Theory]
    [InlineData("America/Los_Angeles", "02:15-05:00", "2026-03-08 10:00Z", "2026-03-08 12:00Z")]
    [InlineData("America/Los_Angeles", "01:00-02:45", "2026-03-08 09:00Z", "2026-03-08 10:00Z")]
    [InlineData("Europe/Berlin", "02:15-05:00", "2026-03-29 01:00Z", "2026-03-29 03:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15-05:00", "2026-10-03 15:30Z", "2026-10-03 18:00Z")]
    public void In_spring_a_time_that_does_not_exist_is_the_end_of_the_gap(string zone, string range, string opens, string closes) =>
        OpenExactly(zone, range, opens, closes);

    [Theory]
    [InlineData("America/Los_Angeles", "01:30-05:00", "2026-11-01 08:30Z", "2026-11-01 13:00Z")]
    [InlineData("America/Los_Angeles", "00:00-01:30", "2026-11-01 07:00Z", "2026-11-01 09:30Z")]
    [InlineData("America/Los_Angeles", "00:00-02:00", "2026-11-01 07:00Z", "2026-11-01 10:00Z")]
    [InlineData("Europe/Berlin", "02:30-05:00", "2026-10-25 00:30Z", "2026-10-25 04:00Z")]
    [InlineData("Europe/Berlin", "00:00-02:30", "2026-10-24 22:00Z", "2026-10-25 01:30Z")]
    [InlineData("Australia/Lord_Howe", "01:45-05:00", "2026-04-04 14:45Z", "2026-04-04 18:30Z")]
    [InlineData("Australia/Lord_Howe", "00:00-01:45", "2026-04-04 13:00Z", "2026-04-04 15:15Z")]
    public void In_autumn_an_opening_is_the_first_of_two_and_a_closing_the_second(string zone, string range, string opens, string closes) =>
        OpenExactly(zone, range, opens, closes);

    [Fact]
    public void A_closing_at_the_very_time_to_which_the_clock_goes_back_is_not_an_hour_late() =>
        OpenExactly("America/Los_Angeles", "00:00-01:00", "2026-11-01 07:00Z", "2026-11-01 08:00Z");

    [Fact]
    public void An_evening_that_comes_back_after_midnight_is_open_to_its_second_end()
    {
        // Newfoundland went from 00:01 on Sunday back to 23:01 on Saturday.
        var hours = Hours("America/St_Johns", "sat 22:00-23:30 23:40-24:00");
        Assert.True(hours.IsOpen(At("2010-11-07 00:00:30-02:30")));
        Same(At("2010-11-07 00:30Z"), hours.OpensAt(At("2010-11-06 12:00Z")));
        Same(At("2010-11-06 23:30-03:30"), hours.NextChange(At("2010-11-06 22:00-02:30")));
    }

    [Fact]
    public void A_range_within_the_gap_does_not_open()
    {
        var hours = Hours("Europe/Berlin", "sun 02:10-02:50");
        Assert.Equal(TimeSpan.Zero, hours.Between(At("2026-03-29 00:00Z"), At("2026-03-29 12:00Z")));
        Same(At("2026-04-05 00:10Z"), hours.OpensAt(At("2026-03-29 00:00Z")));
    }

    [Fact]
    public void A_day_that_a_zone_skips_does_not_open()
    {
        // Samoa went from Thursday 29 December 2011 to Saturday 31 December.
        var hours = Hours("Pacific/Apia", "fri 09:00-17:00");
        Same(At("2012-01-06 09:00+14:00"), hours.OpensAt(At("2011-12-29 12:00-10:00")));
    }

    [Fact]
    public void Ranges_that_touch_or_overlap_are_one()
    {
        var hours = Hours("UTC", "mon 12:00-14:00 10:00-12:00 13:00-19:00 22:00-24:00; tue 00:00-06:00");
        Same(At("2026-06-01 19:00Z"), hours.NextChange(At("2026-06-01 10:00Z")));
        Same(At("2026-06-02 06:00Z"), hours.NextChange(At("2026-06-01 22:00Z")));
        Alike([new TimeRange(Hours(10), Hours(19)), new TimeRange(Hours(22), Hours(24))], hours.Week[DayOfWeek.Monday]);
    }

    [Fact]
    public void A_night_shift_before_a_holiday_ends_at_midnight()
    {
        var hours = Hours("Europe/Berlin", "fri 22:00-02:00", "2026-05-02");
        Same(At("2026-05-02 00:00+02:00"), hours.NextChange(At("2026-05-01 23:00+02:00")));
        Same(At("2026-05-09 02:00+02:00"), hours.NextChange(At("2026-05-08 23:00+02:00")));
    }

    [Fact]
    public void Always_is_plain_time()
    {
        var always = OpeningHours.Always;
        foreach (var at in new[] { DateTimeOffset.MinValue, At("2026-03-29 02:30+01:00"), DateTimeOffset.MaxValue })
        {
            Assert.True(always.IsOpen(at));
            Same(at, always.OpensAt(at));
            Assert.Null(always.NextChange(at));
        }

        var now = At("2026-03-29 02:30+01:00");
        Same(now.AddDays(400), always.After(now, TimeSpan.FromDays(400)));
        Assert.Equal(TimeSpan.FromDays(400), always.Between(now, now.AddDays(400)));
        Assert.Equal(DateTimeOffset.MaxValue - DateTimeOffset.MinValue, always.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Same(DateTimeOffset.MaxValue, always.After(now, TimeSpan.MaxValue));
        Same(DateTimeOffset.MaxValue, always.After(now, DateTimeOffset.MaxValue - now));
    }

    [Fact]
    public void Every_hour_of_the_week_is_open_without_end_after_the_last_holiday()
    {
        var hours = Hours("Europe/Berlin", "mon-sun 00:00-24:00", "2026-05-01");
        Same(At("2026-04-30 22:00Z"), hours.NextChange(At("2026-03-01 00:00Z")));
        Same(At("2026-05-01 22:00Z"), hours.NextChange(At("2026-04-30 22:00Z")));
        Assert.Null(hours.NextChange(At("2026-05-01 22:00Z")));
        Assert.Null(hours.NextChange(At("2025-03-01 00:00Z")));
        Same(At("2026-05-02 22:00Z"), hours.After(At("2026-04-29 22:00Z"), Hours(48)));
    }

    [Fact]
    public void What_never_opens_says_so()
    {
        foreach (var hours in new[] { Hours("UTC", ""), Hours("UTC", "mon-sun 10:00-12:00", Days("2026-01-01", 500)) })
        {
            var now = At("2026-01-02 00:00Z");
            Assert.False(hours.IsOpen(now));
            Assert.Null(hours.OpensAt(now));
            Assert.Null(hours.NextChange(now));
            Same(DateTimeOffset.MaxValue, hours.After(now, TimeSpan.Zero));
            Same(DateTimeOffset.MaxValue, hours.After(now, Hours(1)));
            Assert.Equal(TimeSpan.Zero, hours.Between(now, now.AddDays(498)));
        }
    }

    [Fact]
    public void How_far_ahead_is_seen_does_not_depend_on_what_was_asked_before()
    {
        string[] holidays = Days("2026-01-01", 500);
        var opens = At("2026-01-01 10:00Z").AddDays(500);
        for (var days = -30; days <= 30; days++)
        {
            var at = opens.AddDays(days - 400);
            var asked = Hours("UTC", "mon-sun 10:00-12:00", holidays);
            _ = asked.IsOpen(At("2026-01-02 00:00Z"));
            _ = asked.NextChange(opens.AddDays(-1));
            _ = asked.IsOpen(at.AddDays(-20));
            Assert.Equal(days >= 0 ? opens : null, asked.OpensAt(at));
            Assert.Equal(days >= 0 ? opens : null, Hours("UTC", "mon-sun 10:00-12:00", holidays).OpensAt(at));
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("UTC")]
    public void The_ends_of_time_are_safe(string zone)
    {
        foreach (var hours in new[] { Hours(zone, "mon-sun 00:00-24:00"), Hours(zone, "mon-fri 10:00-19:00"), Hours(zone, "") })
        {
            foreach (var at in new[] { DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(20), DateTimeOffset.MaxValue.AddHours(-20), DateTimeOffset.MaxValue })
            {
                _ = hours.IsOpen(at);
                var opens = hours.OpensAt(at);
                Assert.True(opens is null || opens >= at);
                var change = hours.NextChange(at);
                Assert.True(change is null || change > at);
                Assert.True(hours.After(at, Hours(1)) >= at);
                Same(DateTimeOffset.MaxValue, hours.After(at, TimeSpan.MaxValue));
                Assert.True(hours.Between(at, at < At("2026-01-01Z") ? at.AddDays(3) : DateTimeOffset.MaxValue) >= TimeSpan.Zero);
            }
        }
    }

    [Fact]
    public void Hours_are_equal_when_they_are_written_alike()
    {
        var one = Hours("Europe/Berlin", "mon-fri 10:00-12:00 12:00-19:00", "2026-05-01", "2026-01-01");
        var same = Hours("Europe/Berlin", "fri-fri 10:00-19:00; mon-thu 10:00-19:00; sun", "2026-01-01", "2026-05-01", "2026-05-01");
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Hours("Europe/Paris", "mon-fri 10:00-19:00", "2026-01-01", "2026-05-01"));
        Assert.NotEqual(one, Hours("Europe/Berlin", "mon-fri 10:00-18:00", "2026-01-01", "2026-05-01"));
        Assert.NotEqual(one, Hours("Europe/Berlin", "mon-fri 10:00-19:00", "2026-01-01"));
        Assert.NotEqual(OpeningHours.Always, Hours("UTC", "mon-sun 00:00-24:00"));
        Assert.True(OpeningHours.Always.IsAlways);
        Assert.False(one.IsAlways);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(19, 10)]
    [InlineData(-1, 10)]
    [InlineData(10, 25)]
    public void A_range_that_is_no_span_of_a_day_is_a_bug(int start, int end) =>
        Assert.Throws<ArgumentException>(() => OpeningHours.Weekly(
            "UTC",
            ImmutableDictionary<DayOfWeek, ImmutableArray<TimeRange>>.Empty.Add(DayOfWeek.Monday, [new(Hours(start), Hours(end))]),
            []));

    [Fact]
    public void An_unknown_zone_is_a_bug() => Assert.Throws<TimeZoneNotFoundException>(() => Hours("Europe/Atlantis", ""));

    private static void OpenExactly(string zone, string range, string opens, string closes)
    {
        var hours = Hours(zone, $"sun {range}");
        var (from, to) = (At(opens), At(closes));
        Same(from, hours.OpensAt(from.AddDays(-2)));
        Same(to, hours.NextChange(from));
        Assert.False(hours.IsOpen(from.AddTicks(-1)));
        Assert.True(hours.IsOpen(from));
        Assert.True(hours.IsOpen(to.AddTicks(-1)));
        Assert.False(hours.IsOpen(to));
        Assert.Equal(to - from, hours.Between(from.AddDays(-2), to.AddDays(2)));
    }

    private static string[] Days(string first, int count) =>
        [.. Enumerable.Range(0, count).Select(day => At(first + "Z").AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

    private static void Same(DateTimeOffset expected, DateTimeOffset? actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(TimeSpan.Zero, actual!.Value.Offset);
    }
}
