using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M26: which leads somebody wants, how many a day, and when not.</summary>
public sealed class OptInTests
{
    [Theory]
    [InlineData("18:00-08:00", 18 * 60, true)]
    [InlineData("18:00-08:00", (8 * 60) - 1, true)]
    [InlineData("18:00-08:00", 8 * 60, false)]
    [InlineData("18:00-08:00", (18 * 60) - 1, false)]
    [InlineData("9:30-10:00", (9 * 60) + 30, true)]
    [InlineData("9:30-10:00", 10 * 60, false)]
    [InlineData("22:00-00:00", (24 * 60) - 1, true)]
    [InlineData("22:00-00:00", 0, false)]
    public void Quiet_hours_run_from_their_start_up_to_their_end_also_past_midnight(string text, int minute, bool covered) =>
        Assert.Equal(covered, QuietHours.Parse(text)!.Covers(TimeSpan.FromMinutes(minute)));

    [Theory]
    [InlineData("")]
    [InlineData("18:00")]
    [InlineData("18:00-18:00")]
    [InlineData("24:00-08:00")]
    [InlineData("18:00-08:00-09:00")]
    [InlineData("evening-morning")]
    public void What_is_no_hours_of_a_day_is_none(string text) => Assert.Null(QuietHours.Parse(text));

    [Fact]
    public void In_quiet_hours_others_are_asked_and_when_all_are_quiet_the_lead_waits_and_says_why()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var (rep, other) = (world.Join(), world.Join());
        var now = world.Now.TimeOfDay;
        Quiet(world, rep, now - TimeSpan.FromHours(1), now + TimeSpan.FromMinutes(2));
        for (var i = 0; i < 2; i++)
        {
            var lead = world.Send();
            Assert.Equal(other, world.OfferedTo(lead));
            Assert.Null(world.Accept(other, lead));
        }

        Quiet(world, other, now - TimeSpan.FromHours(1), now + TimeSpan.FromHours(2));
        var waits = world.Send();
        Assert.Equal((LeadState.Waiting, true), (world.Of(waits).State, world.Of(waits).Stay!.HeldSince is not null));
        Assert.Equal([new(rep, Test.E2), new(other, Test.E2)], world.Field(waits).PassedOver.OrderBy(p => p.Rep.Number));

        // The hours end: the next look of the clock places what waits, with whoever may act now.
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(rep, world.OfferedTo(waits));
    }

    [Fact]
    public void An_offer_made_before_the_quiet_hours_began_may_still_be_taken()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join();
        var minute = world.Now.TimeOfDay + TimeSpan.FromMinutes(1);
        Quiet(world, rep, minute, minute + TimeSpan.FromHours(8));
        var lead = world.Send();
        Assert.Equal(rep, world.OfferedTo(lead));
        world.Pass(TimeSpan.FromSeconds(70));
        Assert.Null(world.Accept(rep, lead));
    }

    [Fact]
    public void Each_person_is_quiet_by_the_clock_of_their_own_shop()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var hours = OpeningHours.Weekly("Asia/Tokyo", new Dictionary<DayOfWeek, ImmutableArray<TimeRange>>(), []);
        world.Publish(world.Floor.Plan.Plan with { Locations = [new Location("tokyo", "Tokyo", hours, null)] });
        var here = world.Join();
        var there = world.Join(new RepTerms { Location = "tokyo" });
        var now = world.Now.TimeOfDay;
        foreach (var rep in new[] { here, there })
        {
            Quiet(world, rep, now - TimeSpan.FromHours(1), now + TimeSpan.FromHours(1));
        }

        Assert.Equal(there, world.OfferedTo(world.Send()));
    }

    private static void Quiet(World world, RepId rep, TimeSpan from, TimeSpan until) =>
        world.OptIn(rep, "lane", on: true, quiet: new QuietHours((int)from.TotalMinutes, (int)until.TotalMinutes));
}
