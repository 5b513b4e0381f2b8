using LeadDesk.App.Desk;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>The desk's now against a machine whose clock is moved.</summary>
public sealed class DeskClockTests
{
    private readonly MovedClock machine = new(House.Start);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(24)]
    [InlineData(-24)]
    public void A_jump_of_the_wall_clock_is_not_followed_but_told(int hours)
    {
        var clock = new DeskClock(machine);
        machine.Jump(TimeSpan.FromHours(hours));

        Assert.Equal(House.Start, clock.Now());
        Assert.True(clock.IsOff);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void It_comes_nearer_by_a_second_in_ten(int hours)
    {
        var clock = new DeskClock(machine);
        machine.Jump(TimeSpan.FromHours(hours));
        var before = clock.Now();
        for (var i = 1; i <= 100; i++)
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            var now = clock.Now();
            Assert.InRange((now - before).TotalSeconds, 0, 2);
            before = now;
        }

        Assert.Equal(House.Start.AddSeconds(100 + (10 * hours)), clock.Now());
    }

    [Fact]
    public void It_meets_a_clock_that_was_a_little_off_and_stays_with_it()
    {
        var clock = new DeskClock(machine);
        machine.Jump(TimeSpan.FromSeconds(2.5));
        Assert.True(clock.IsOff);
        for (var i = 0; i < 40; i++)
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            clock.Now();
        }

        Assert.False(clock.IsOff);
        Assert.Equal(machine.GetUtcNow(), clock.Now());
    }

    [Fact]
    public void Many_readings_ease_no_faster_than_one()
    {
        var clock = new DeskClock(machine);
        machine.Jump(TimeSpan.FromHours(1));
        machine.Advance(TimeSpan.FromSeconds(60));
        for (var i = 0; i < 50; i++)
        {
            clock.Now();
        }

        Assert.Equal(House.Start.AddSeconds(61), clock.Now());
    }

    [Fact]
    public void A_machine_that_starts_before_the_log_goes_on_from_the_log()
    {
        var clock = new DeskClock(machine);
        clock.NotBefore(House.Start.AddHours(3));
        Assert.Equal(House.Start.AddHours(3), clock.Now());
        Assert.True(clock.IsOff);
        machine.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(House.Start.AddHours(3).AddSeconds(5), clock.Now());
    }

    [Fact]
    public void Its_time_is_in_whole_milliseconds()
    {
        var clock = new DeskClock(machine);
        machine.Advance(TimeSpan.FromTicks(12_345));

        Assert.Equal(House.Start.AddMilliseconds(1), clock.Now());
    }
}
