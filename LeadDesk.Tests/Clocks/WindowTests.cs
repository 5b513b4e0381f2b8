using LeadDesk.Domain.Clocks;
using Xunit;
using static LeadDesk.Tests.Clocks.Calendars;

namespace LeadDesk.Tests.Clocks;

public sealed class WindowTests
{
    private static readonly OpeningHours Shop = Hours("Europe/Berlin", "mon-fri 10:00-19:00");

    [Fact]
    public void Warnings_and_due_fall_in_working_time()
    {
        var window = Window.Begin(At("2026-06-05 18:40+02:00"), TimeSpan.FromMinutes(60), [50, 80], Shop);
        Assert.Equal(At("2026-06-05 16:40Z"), window.From);
        Alike([At("2026-06-08 08:10Z"), At("2026-06-08 08:28Z")], window.Warnings);
        Assert.Equal(At("2026-06-08 08:40Z"), window.Due);
        Assert.All([window.From, window.Due, .. window.Warnings], stamp => Assert.Equal(TimeSpan.Zero, stamp.Offset));
    }

    [Fact]
    public void A_window_that_begins_while_closed_runs_from_the_opening() =>
        Assert.Equal(At("2026-06-08 08:15Z"), Window.Begin(At("2026-06-06 12:00Z"), TimeSpan.FromMinutes(15), [], Shop).Due);

    [Fact]
    public void A_window_across_the_change_of_clocks_keeps_its_length()
    {
        var window = Window.Begin(At("2026-03-29 00:30Z"), Hours(2), [50], Hours("Europe/Berlin", "mon-sun 00:00-24:00"));
        Alike([At("2026-03-29 01:30Z")], window.Warnings);
        Assert.Equal(At("2026-03-29 02:30Z"), window.Due);
    }

    [Fact]
    public void Without_an_opening_nothing_is_ever_due()
    {
        var window = Window.Begin(At("2026-06-06 12:00Z"), Hours(1), [50], Hours("UTC", ""));
        Assert.Equal(DateTimeOffset.MaxValue, window.Due);
        Alike([DateTimeOffset.MaxValue], window.Warnings);
    }

    [Fact]
    public void Windows_with_the_same_stamps_are_equal()
    {
        var one = Window.Begin(At("2026-06-05 12:00Z"), Hours(1), [50, 80], Shop);
        var same = Window.Begin(At("2026-06-05 14:00+02:00"), Hours(1), [50, 80], Shop);
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Window.Begin(At("2026-06-05 12:00Z"), Hours(1), [50, 90], Shop));
    }

    [Theory]
    [InlineData("2026-06-05 16:30Z", Band.Calm)]
    [InlineData("2026-06-05 16:40Z", Band.Calm)]
    [InlineData("2026-06-07 12:00Z", Band.Calm)]
    [InlineData("2026-06-08 08:09:59Z", Band.Calm)]
    [InlineData("2026-06-08 08:10Z", Band.Warm)]
    [InlineData("2026-06-08 08:27:59Z", Band.Warm)]
    [InlineData("2026-06-08 08:28Z", Band.Hot)]
    [InlineData("2026-06-08 08:39:59Z", Band.Hot)]
    [InlineData("2026-06-08 08:40Z", Band.Breach)]
    [InlineData("2026-06-09 08:40Z", Band.Breach)]
    public void The_band_follows_the_working_time_used(string now, Band band) =>
        Assert.Equal(band, Bands.Of(At("2026-06-05 16:40Z"), At("2026-06-08 08:40Z"), At(now), Shop));

    [Fact]
    public void The_band_turns_at_the_warnings_whatever_the_length()
    {
        foreach (var ticks in new long[] { 1, 3, 7, 99, 101, 12_345_679 })
        {
            var window = Window.Begin(At("2026-06-05 12:00Z"), TimeSpan.FromTicks(ticks), [50, 80], Shop);
            Assert.True(Bands.Of(window.From, window.Due, window.Warnings[0], Shop) >= Band.Warm);
            Assert.True(Bands.Of(window.From, window.Due, window.Warnings[1], Shop) >= Band.Hot);
        }
    }

    [Fact]
    public void What_is_never_due_is_calm() =>
        Assert.Equal(Band.Calm, Bands.Of(At("2026-06-05 12:00Z"), DateTimeOffset.MaxValue, At("2036-06-05 12:00Z"), Shop));

    [Fact]
    public void A_window_of_no_length_is_calm_until_it_begins()
    {
        var due = Shop.After(At("2026-06-06 12:00Z"), TimeSpan.Zero);
        Assert.Equal(Band.Calm, Bands.Of(At("2026-06-06 12:00Z"), due, At("2026-06-07 12:00Z"), Shop));
        Assert.Equal(Band.Breach, Bands.Of(At("2026-06-06 12:00Z"), due, due, Shop));
    }
}
