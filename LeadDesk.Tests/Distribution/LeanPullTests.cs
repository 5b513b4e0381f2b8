using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M6 and M8: people pull, blind, and only when they have room.</summary>
public sealed class LeanPullTests
{
    [Fact]
    public void The_sixth_pull_is_refused_with_its_reason_and_closing_one_enables()
    {
        var world = World.With(Lanes.Of("leanPull") with { OwnerMinutes = 600 });
        var rep = world.Join();
        world.Send(7);
        var mine = Enumerable.Range(0, 5).Select(_ => world.Pulled(rep)).ToList();
        var no = world.Pull(rep, out _)!;
        Assert.Equal((RefusalCode.AtLimit, Test.E5), (no.Code, no.Test));

        world.Close(rep, mine[2]);
        Assert.Null(world.Pull(rep, out _));
    }

    [Fact]
    public void Room_after_the_ramp_is_rounded_up_and_never_nothing()
    {
        Assert.Equal(1, new RepTerms { WipLimit = 1, RampThousandths = 1 }.Places);
        Assert.Equal(2, new RepTerms { WipLimit = 5, RampThousandths = 250 }.Places);
        Assert.Equal(1, new RepTerms { WipLimit = 0 }.Places);
    }

    [Fact]
    public void An_overdue_first_attempt_stops_the_line()
    {
        var world = World.With(Lanes.Of("leanPull") with { FirstAttemptMinutes = 5 });
        world.Publish(world.Floor.Plan.Plan with { Clocks = new ClockRules { Reclaim = false } });
        var rep = world.Join();
        world.Send(2);
        var mine = world.Pulled(rep);
        world.Pass(299);
        Assert.Equal(RefusalCode.NothingWaiting, world.As(rep, r => LeadLife.Pull(r, rep, "none", out _))!.Code);
        world.Pass(1);
        Assert.Equal((RefusalCode.OverdueFirstAttempt, Test.E8), world.Pull(rep, out _) is { } no ? (no.Code, no.Test) : default);
        world.Attempt(rep, mine, world.Now.AddDays(1));
        Assert.Null(world.Pull(rep, out _));
    }

    [Fact]
    public void An_attempted_lead_without_a_next_step_comes_first()
    {
        var world = World.With(Lanes.Of("leanPull"));
        var rep = world.Join();
        world.Send(2);
        var mine = world.Pulled(rep);
        world.Attempt(rep, mine);
        var no = world.Pull(rep, out _)!;
        Assert.Equal((RefusalCode.NoNextStep, Test.E12), (no.Code, no.Test));
        world.Attempt(rep, mine, world.Now.AddDays(1));
        Assert.Null(world.Pull(rep, out _));
    }

    [Fact]
    public void Parked_leads_use_no_place_and_ten_may_be_parked()
    {
        var world = World.With(Lanes.Of("blindPull") with { OwnerMinutes = 6000 });
        var rep = world.Join(new RepTerms { WipLimit = 1 });
        world.Send(12);
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(world.Park(rep, world.Pulled(rep), world.Now.AddHours(5)));
        }

        var eleventh = world.Pulled(rep);
        Assert.Equal(RefusalCode.TooManyParked, world.Park(rep, eleventh, world.Now.AddHours(5))!.Code);
        Assert.Equal(RefusalCode.AtLimit, world.Pull(rep, out _)!.Code);
        world.Pass(TimeSpan.FromHours(5));
        Assert.Equal((11, 0), (world.Of(rep).Holdings.Open, world.Of(rep).Holdings.Parked));
    }

    [Fact]
    public void Two_pulls_get_two_leads_in_order_and_a_third_nothing()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var reps = world.Join(3);
        var young = world.Send();
        var old = world.Send(ago: TimeSpan.FromMinutes(2));
        Assert.Equal(old, world.Pulled(reps[0]));
        Assert.Equal(young, world.Pulled(reps[1]));
        Assert.Equal(RefusalCode.NothingWaiting, world.Pull(reps[2], out _)!.Code);
    }

    [Fact]
    public void A_free_release_within_a_minute_strikes_once_a_day_and_the_second_counts()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var rep = world.Join(new RepTerms { WipLimit = 9 });
        world.Send(4);
        Release(after: 30);
        Assert.Equal(0, world.Received(rep));
        Release(after: 30);
        Assert.Equal(1, world.Received(rep));
        world.Pass(TimeSpan.FromDays(1));
        world.Send(2);
        Release(after: 60);
        Assert.Equal(2, world.Received(rep));
        Release(after: 59.9);
        Assert.Equal(2, world.Received(rep));
        Assert.Equal(2, world.Happened<LeadEvent.Lost>().Count(l => l.Strike));

        void Release(double after)
        {
            var lead = world.Pulled(rep);
            world.Pass(after);
            Assert.Null(world.Release(rep, lead));
            Assert.NotEqual(rep, world.Of(lead).Owner);
        }
    }

    [Fact]
    public void A_free_release_after_midnight_leaves_the_new_days_cap_alone()
    {
        var world = new World(1, "2026-03-04 23:59:50Z").Plan(Lanes.Of("blindPull"));
        var rep = world.Join(new RepTerms { Caps = new Caps(1, null, null), WipLimit = 9 });
        world.Send(4);
        var lead = world.Pulled(rep);
        world.Pass(15);
        world.Pulled(rep);
        world.Pass(5);
        world.Release(rep, lead);
        Assert.Equal(RefusalCode.Cap, world.Pull(rep, out _)!.Code);
    }

    [Fact]
    public void A_released_lead_never_comes_back_to_the_same_rep_by_the_button()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var (rep, other) = (world.Join(), world.Join());
        var lead = world.Send();
        world.Pulled(rep);
        world.Release(rep, lead);
        Assert.Equal(RefusalCode.NothingWaiting, world.Pull(rep, out _)!.Code);
        Assert.Equal(lead, world.Pulled(other));
    }

    [Fact]
    public void Left_behind_at_30_minutes_goes_to_the_fallback()
    {
        var world = World.With(Lanes.Of("blindPull"), Lanes.Of("fairTurn", "below"));
        world.Join();
        var lead = world.Send();
        world.Pass((30 * 60) - 1);
        Assert.Equal("lane", world.Of(lead).Stay!.Lane);
        world.Pass(1);
        Assert.Equal(("below", LeadState.Offered), (world.Of(lead).Stay!.Lane, world.Of(lead).State));
    }

    [Theory]
    [InlineData(LeadOrder.Fifo)]
    [InlineData(LeadOrder.Lifo)]
    [InlineData(LeadOrder.Score)]
    [InlineData(LeadOrder.Hot)]
    [InlineData(LeadOrder.Deadline)]
    public void A_lead_older_than_the_limit_is_next_in_every_order(LeadOrder order)
    {
        var world = World.With(Lanes.Of("blindPull") with { Order = order });
        var rep = world.Join();
        world.Send(new Facts { Score = 90 });
        var old = world.Send(new Facts(), TimeSpan.FromMinutes(61));
        world.Send(new Facts { Score = 99 }, TimeSpan.FromMinutes(5));
        Assert.Equal(old, world.Pulled(rep));
    }
}
