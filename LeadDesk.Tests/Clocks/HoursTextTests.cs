using LeadDesk.Domain.Clocks;
using Xunit;
using static LeadDesk.Tests.Clocks.Calendars;

namespace LeadDesk.Tests.Clocks;

public sealed class HoursTextTests
{
    [Fact]
    public void A_range_of_days_gives_each_its_hours()
    {
        var (week, errors) = Parse("mon-fri 10:00-13:00 14:00-19:00; Sat 10:00-14:00");
        Assert.Empty(errors);
        Assert.Equal(7, week.Count);
        Alike([Range(10, 13), Range(14, 19)], week[DayOfWeek.Monday]);
        Alike([Range(10, 13), Range(14, 19)], week[DayOfWeek.Friday]);
        Alike([Range(10, 14)], week[DayOfWeek.Saturday]);
        Assert.Empty(week[DayOfWeek.Sunday]);
    }

    [Fact]
    public void A_range_of_days_may_wrap()
    {
        var (week, errors) = Parse("fri-mon 10:00-19:00");
        Assert.Empty(errors);
        Assert.Equal(
            [DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Friday, DayOfWeek.Saturday],
            week.Where(day => day.Value.Length > 0).Select(day => day.Key).Order());
    }

    [Theory]
    [InlineData("00:00-24:00", 0, 24, 0)]
    [InlineData("10:00-24:00", 10, 24, 0)]
    [InlineData("10:00-00:00", 10, 24, 0)]
    [InlineData("22:00-02:00", 22, 24, 2)]
    [InlineData("10:00-10:00", 10, 24, 10)]
    [InlineData("00:00-00:00", 0, 24, 0)]
    public void An_end_at_or_before_the_start_is_on_the_next_day(string range, int start, int end, int nextDay)
    {
        var (week, errors) = Parse($"sat {range}");
        Assert.Empty(errors);
        Alike([Range(start, end)], week[DayOfWeek.Saturday]);
        Alike(nextDay == 0 ? [] : [Range(0, nextDay)], week[DayOfWeek.Sunday]);
    }

    [Theory]
    [InlineData("someday 10:00-19:00", "someday")]
    [InlineData("mon-tue-wed 10:00-19:00", "mon-tue-wed")]
    [InlineData("-mon 10:00-19:00", "-mon")]
    [InlineData("mon 10:00-19:00 9-17", "mon[1]")]
    [InlineData("mon 10:00", "mon[0]")]
    [InlineData("mon 24:00-10:00", "mon[0]")]
    [InlineData("mon 10:00-24:01", "mon[0]")]
    [InlineData("mon 10:60-12:00", "mon[0]")]
    [InlineData("mon 10:00-12:00-14:00", "mon[0]")]
    [InlineData("mon-fri 10:00-19:00; wed 10:00-14:00", "wed")]
    public void What_cannot_be_read_is_named_by_its_key(string text, string path) =>
        Assert.Equal(path, Assert.Single(Parse(text).Errors).Path);

    [Fact]
    public void Hours_beside_an_error_are_still_read() =>
        Alike([Range(10, 19)], Parse("mon 10:00-19:00 nonsense").Week[DayOfWeek.Monday]);

    [Fact]
    public void A_week_is_written_one_key_a_day_from_Monday()
    {
        var written = HoursText.Write(Parse("fri 22:00-02:00; mon 09:30-24:00").Week);
        Assert.Equal("mon tue wed thu fri sat sun", string.Join(' ', written.Keys));
        Assert.Equal(["09:30-24:00"], written["mon"]);
        Assert.Equal(["22:00-24:00"], written["fri"]);
        Assert.Equal(["00:00-02:00"], written["sat"]);
        Assert.Empty(written["sun"]);
    }

    private static TimeRange Range(int start, int end) => new(Hours(start), Hours(end));
}
