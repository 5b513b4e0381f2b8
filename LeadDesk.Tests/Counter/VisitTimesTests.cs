using System.Collections.Immutable;
using LeadDesk.App.Counter;
using LeadDesk.Domain.Clocks;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.Counter;

public sealed class VisitTimesTests : Stage
{
    private static readonly OpeningHours Shop = OpeningHours.Weekly(
        "Europe/Berlin",
        new Dictionary<DayOfWeek, ImmutableArray<TimeRange>> { [DayOfWeek.Thursday] = [new(TimeSpan.FromHours(10), TimeSpan.FromHours(15))], [DayOfWeek.Friday] = [new(TimeSpan.FromHours(10), TimeSpan.FromHours(18))] },
        [new DateOnly(2026, 11, 27)]);

    [Fact]
    public void The_next_three_full_hours_of_an_open_shop()
    {
        Say.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        // Thursday 13:00 in Berlin: 14:00 still fits; then Friday from ten.
        Assert.Equal([At(19, 13), At(20, 9), At(20, 10)], VisitTimes.From(Noon, Say, Shop, []).Select(t => t.At));
    }

    [Fact]
    public void What_is_promised_already_is_not_promised_twice()
    {
        Say.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal([At(20, 10), At(20, 11), At(20, 12)], VisitTimes.From(Noon, Say, Shop, [At(19, 13), At(20, 9)]).Select(t => t.At));
    }

    [Fact]
    public void A_closed_day_has_no_visits()
    {
        Say.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var after = VisitTimes.From(At(26, 20), Say, Shop, []).Select(t => t.At.Day);
        Assert.DoesNotContain(27, after);
    }

    [Fact]
    public void Who_has_no_hours_shows_people_in_by_day()
    {
        Assert.All(VisitTimes.From(Noon.AddHours(9), Say, OpeningHours.Always, []), t => Assert.InRange(t.At.Hour, 10, 16));
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);
}
