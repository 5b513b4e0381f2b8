using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>A lead on which a rule or the clock breaks, among others that want their turn at the same moment.</summary>
public sealed class BrokenLeadTests
{
    [Fact]
    public void A_lead_on_which_the_clock_breaks_goes_to_the_managers_and_its_neighbours_move_on()
    {
        var (world, broken, neighbour) = Day("managers");

        world.Pass(30);

        Assert.Null(world.Of(broken).Stay);
        Assert.True(world.Of(broken).Broke);
        Assert.Equal([broken], world.Happened<LeadEvent.ToManagers>().Where(e => e.Cause == WaitCause.Broke).Select(e => e.Lead));
        Assert.Contains(world.Happened<LeadEvent.RingOpened>(), e => e.Lead == neighbour);
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void A_lead_on_which_the_clock_breaks_goes_to_the_fallback_where_there_is_one()
    {
        var (world, broken, _) = Day("blind");

        world.Pass(30);

        Assert.Equal("blind", world.Of(broken).Stay?.Lane);
        Assert.False(world.Of(broken).Broke);
        Assert.Contains(world.Happened<LeadEvent.Entered>(), e => e.Lead == broken && e.Cause == WaitCause.Broke);
    }

    [Fact]
    public void A_lane_that_breaks_on_every_new_lead_lets_other_lanes_go_on()
    {
        var world = World.With(
            Lanes.Of("blindPull", "bad") with { When = Lanes.Product("bad"), LeftBehindMinutes = [] },
            Lanes.Of("fairTurn", "good"));
        var kim = world.Join();

        var bad = world.Send(new Facts { Product = "bad" });
        var good = world.Send();

        Assert.True(world.Of(bad).Broke);
        Assert.NotNull(world.Of(bad).WithManagersSince);
        Assert.NotNull(world.Of(bad).Due);
        Assert.Equal(kim, world.OfferedTo(good));
    }

    [Fact]
    public void What_broke_is_tried_again_from_the_first_lane_when_the_rules_change()
    {
        var bad = Lanes.Of("blindPull", "first") with { LeftBehindMinutes = [], Fallback = new("managers") };
        var world = World.With(bad);
        world.Join();
        var lead = world.Send();
        Assert.True(world.Of(lead).Broke);

        world.Plan(bad with { LeftBehindMinutes = [15, 30], Version = 2 });

        Assert.Equal("first", world.Of(lead).Stay?.Lane);
        Assert.False(world.Of(lead).Broke);
        Assert.Null(world.Of(lead).WithManagersSince);
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void Rules_that_break_on_waiting_leads_set_those_aside_and_no_others()
    {
        var good = Lanes.Of("blindPull", "good") with { When = Lanes.Product("good") };
        var turns = Lanes.Of("blindPull", "bad");
        var world = World.With(good, turns);
        var (safe, hit) = (world.Send(new Facts { Product = "good" }), world.Send());

        world.Plan(good with { Version = 2 }, turns with { LeftBehindMinutes = [], Version = 2 });

        Assert.Equal(2, world.Of(safe).Stay?.LaneVersion);
        Assert.True(world.Of(hit).Broke);
    }

    [Fact]
    public void Where_nobody_can_be_waited_for_because_a_rule_breaks_the_fallback_takes_the_lead()
    {
        var world = World.With(
            Lanes.Of("fairTurn", "bad") with { HoldMinutes = [], Fallback = new("blind") },
            Lanes.Of("blindPull", "blind"));

        var leads = world.Send(3);

        Assert.All(leads, l => Assert.Equal("blind", world.Of(l).Stay?.Lane));
    }

    [Fact]
    public void A_lead_that_never_comes_to_rest_is_set_aside_and_its_neighbours_move_on()
    {
        var world = World.With(
            Lanes.Of("sharkTank", "round") with { When = Lanes.Product("round"), Rings = [.. Enumerable.Repeat(new Ring { ForSeconds = 0 }, 5000)], Fallback = new("managers") },
            Lanes.Of("sharkTank", "tank") with { Rings = [new() { ForSeconds = 10 }, new() { ForSeconds = 500 }] });
        var rounds = Enumerable.Range(0, 3).Select(_ => world.Send(new Facts { Product = "round" })).ToList();
        var neighbour = world.Send();

        world.Pass(11);

        Assert.All(rounds, l => Assert.True(world.Of(l).Broke));
        Assert.Equal(1, world.Of(neighbour).Stay?.Ring);
        Assert.True(world.Happened<LeadEvent.RingOpened>().Count() < 400);
    }

    [Fact]
    public void A_lane_that_breaks_on_very_many_leads_waits_for_the_next_look()
    {
        var still = Lanes.Of("fairTurn", "turn") with { Fallback = new("managers") };
        var world = World.With(still);
        var kim = world.Join();
        var leads = world.Send(301);
        Assert.Equal(kim, world.OfferedTo(leads[0]));
        var most = 0;
        world.AfterRound = (_, events) => most = Math.Max(most, events.Count(e => e.Event is LeadEvent.ToManagers));

        // Nobody is there any more, and the lane cannot say how long to wait for somebody.
        world.Publish(new FloorPlan { Lanes = [still with { HoldMinutes = [] }] });
        world.Set(kim, Presence.Off);
        for (var i = 0; i < 5; i++)
        {
            world.Tick();
        }

        Assert.InRange(most, 1, 150);
        Assert.All(leads, l => Assert.True(world.Of(l).Broke));
    }

    [Fact]
    public void A_lead_that_cannot_be_taken_back_stays_with_its_owner_late_and_its_neighbour_is_taken_back()
    {
        var bad = Lanes.Of("blindPull", "bad") with { When = Lanes.Product("bad") };
        var world = World.With(bad, Lanes.Of("blindPull", "good"));
        var kim = world.Join();
        world.Send(new Facts { Product = "bad" });
        world.Send();
        var (stays, goes) = (world.Pulled(kim, "bad"), world.Pulled(kim, "good"));
        world.Plan(bad with { LeftBehindMinutes = [], Version = 2 }, Lanes.Of("blindPull", "good"));

        world.Pass(TimeSpan.FromMinutes(6));
        world.Pass(1);

        Assert.Equal(kim, world.Of(stays).Owner);
        Assert.True(world.Of(stays).OwnerLate);
        Assert.Null(world.Of(goes).Owner);
    }

    [Fact]
    public void What_a_broken_step_had_begun_is_taken_back_and_the_bug_is_kept_for_the_log()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var lead = world.Send();
        world.Do(r =>
        {
            var before = r.Floor;
            Assert.False(r.Try(lead, lead, static (round, id) =>
            {
                round.Emit(new LeadEvent.WentLate(id));
                throw new InvalidOperationException("a bug");
            }));

            Assert.Same(before, r.Floor);
            Assert.Empty(r.Events);
            Assert.Empty(r.Floors);
            Assert.Equal((lead, "a bug"), (r.Broken.Single().Lead, r.Broken.Single().Bug.Message));
        });
    }

    /// <summary>Two leads ring; one of them is in a ring that no lane has.</summary>
    private static (World World, LeadId Broken, LeadId Neighbour) Day(string fallback)
    {
        var world = World.With(
            Lanes.Of("sharkTank", "tank") with { Fallback = new(fallback), Rings = [new() { ForSeconds = 20 }, new() { ForSeconds = 500 }] },
            Lanes.Of("blindPull", "blind"));
        world.Join(2);
        var (broken, neighbour) = (world.Send(), world.Send());
        var stay = world.Of(broken).Stay!;
        world.Do(r => r.Emit(new LeadEvent.Entered(broken, stay with { Ring = int.MaxValue, RingEndsAt = world.Now.AddSeconds(10) }, null, WaitCause.LanesChanged)));
        return (world, broken, neighbour);
    }
}
