using LeadDesk.App.RepDesk;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class ComeBackTests : Stage
{
    [Fact]
    public void Moments_are_offered_soonest_first_in_the_readers_zone()
    {
        Say.Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        var moments = ComeBack.From(Noon, Say);
        Assert.Equal(["In 30 min", "In 2 h", "Today 17:00", "Tomorrow 10:00", "Monday 10:00"], moments.Select(m => m.Text), StringComparer.Ordinal);
        Assert.Equal(moments.OrderBy(m => m.At), moments);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), moments[2].At);
    }

    [Fact]
    public void Five_o_clock_is_not_offered_when_it_is_nearly_that() => Assert.DoesNotContain(ComeBack.From(Noon.AddHours(4.5), Say), m => m.Text.StartsWith("Today", StringComparison.Ordinal));

    [Fact]
    public void Moments_lie_in_opening_hours()
    {
        var open = Calendars.Hours("UTC", "mon-fri 12:00-13:00");
        var moments = ComeBack.From(Noon, Say, open);
        Assert.All(moments, m => Assert.True(open.IsOpen(m.At)));
        Assert.Equal(Noon.AddMinutes(30), moments[0].At);
    }

    [Fact]
    public void Nobody_is_called_before_eight_or_after_nine_where_they_are()
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        var moments = ComeBack.From(Noon, Say, null, there);
        Assert.NotEmpty(moments);
        Assert.All(moments, m => Assert.InRange(TimeZoneInfo.ConvertTime(m.At, there).TimeOfDay, TimeSpan.FromHours(8), TimeSpan.FromHours(21)));
        Assert.Contains(moments, m => m.Text.Contains("17:00 there", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_the_clock_skips_moves_on_with_it()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 10, 30, 0, TimeSpan.Zero), ComeBack.Typed(new DateTime(2026, 3, 8, 2, 30, 0, DateTimeKind.Local), zone));
    }
}
