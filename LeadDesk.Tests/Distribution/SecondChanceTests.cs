using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M31: what somebody had and lost by time, for somebody else.</summary>
public sealed class SecondChanceTests
{
    private static readonly Lane First = Lanes.Of("push") with { FirstAttemptMinutes = 5, Fallback = Fallback.Managers };
    private static readonly Lane Pool = Lanes.Of("secondChance", "pool");

    [Fact]
    public void Without_an_attempt_by_the_due_it_rings_for_everybody_but_its_owner()
    {
        var world = World.With(First, Pool);
        var reps = world.Join(3);
        var lead = world.Send();
        var owner = world.Of(lead).Owner!.Value;
        world.Pass(300);
        Assert.Equal(("pool", LeadState.Alerted), (world.Of(lead).Stay!.Lane, world.Of(lead).State));
        Assert.Equal(reps.Where(r => r != owner), world.Of(lead).Alerted.Keys);
        Assert.Contains(new PassedOver(owner, Test.E10), world.Field(lead).PassedOver);
        var saver = reps.First(r => r != owner);
        Assert.Null(world.Claim(saver, lead));
        Assert.Equal("pool", world.Happened<LeadEvent.Taken>().Last().Entry!.Lane);
    }

    [Fact]
    public void It_is_never_put_to_anybody_who_owned_it_before_in_whichever_lane()
    {
        var world = World.With(First with { Fallback = new Fallback("turn") }, Lanes.Of("fairTurn", "turn") with { When = Lanes.Product("nothing") }, Pool);
        var reps = world.Join(3);
        var lead = world.Send();
        var first = world.Of(lead).Owner!.Value;
        world.Return(world.Manager(), lead);
        var second = world.Of(lead).Owner!.Value;
        Assert.NotEqual(first, second);
        world.Pass(300);
        Assert.Equal(reps.Except([first, second]), world.Of(lead).Alerted.Keys);
        world.Live(TimeSpan.FromMinutes(30), 15);
        Assert.All(world.Happened<LeadEvent.Alerted>(), a => Assert.DoesNotContain(a.To, r => r == first || r == second));
    }

    [Fact]
    public void Alone_the_one_who_had_it_finds_it_passed_by_all_and_takes_it_by_claim()
    {
        var world = World.With(First, Pool);
        var rep = world.Join();
        var lead = world.Send();
        world.Pass(300);
        Assert.Equal(("pool", LeadState.Waiting), (world.Of(lead).Stay!.Lane, world.Of(lead).State));
        Assert.True(Visibility.IsPassedByAll(world.Floor, world.Floor.Plan.Find("pool")!, world.Of(lead), rep, world.Now, world.Today));
        Assert.NotNull(world.Of(lead).Stay!.HeldSince);
        Assert.Null(world.Claim(rep, lead));
        Assert.Equal(rep, world.Of(lead).Owner);
    }

    [Fact]
    public void Inside_it_may_be_the_next_lead_button()
    {
        var world = World.With(First, Pool.Set("inside", "blindPull"));
        var reps = world.Join(2);
        var lead = world.Send();
        var owner = world.Of(lead).Owner!.Value;
        var other = reps.Single(r => r != owner);
        world.Pass(300);
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        Assert.Null(Visibility.Of(world.Floor, other, world.Of(lead), world.Now, world.Today));
        Assert.Equal(RefusalCode.NothingWaiting, world.Pull(owner, out _, "pool")!.Code);
        Assert.Equal(lead, world.Pulled(other, "pool"));
    }

    [Fact]
    public void When_the_ownership_window_is_over_it_moves_at_the_minute_and_never_outside_hours()
    {
        var world = new World(1, "2026-03-04 17:59Z").Plan(Calendars.Hours("UTC", "mon-fri 10:00-18:00"), First with { OwnershipDays = 3 }, Pool);
        var reps = world.Join(2);
        var lead = world.Send();
        var owner = world.Of(lead).Owner!.Value;
        world.Attempt(owner, lead, result: AttemptResult.Reached);

        // Three days later it is Saturday: it moves on Monday at the opening.
        world.Until("2026-03-07 18:30Z");
        Assert.Equal(owner, world.Of(lead).Owner);
        world.Until("2026-03-09 09:59Z");
        Assert.Equal(owner, world.Of(lead).Owner);
        world.Until("2026-03-09 10:00Z");
        Assert.Equal(("pool", LossWay.WindowOver), (world.Of(lead).Stay!.Lane, world.Happened<LeadEvent.Lost>().Single().Way));
        Assert.Equal(reps.Where(r => r != owner), world.Of(lead).Alerted.Keys);
    }

    [Fact]
    public void A_customer_who_asked_to_wait_is_left_with_their_person()
    {
        var world = World.With(First with { OwnershipDays = 1 }, Pool);
        world.Join(2);
        var lead = world.Send();
        var owner = world.Of(lead).Owner!.Value;
        world.Attempt(owner, lead);
        world.Park(owner, lead, world.Now.AddDays(2));
        world.Pass(TimeSpan.FromDays(1.5));
        Assert.Equal(owner, world.Of(lead).Owner);
        world.Pass(TimeSpan.FromDays(1));
        Assert.Equal("pool", world.Of(lead).Stay!.Lane);
    }

    [Fact]
    public void What_somebody_holds_who_left_or_is_away_for_too_long_goes_to_others()
    {
        var world = World.With(First with { FirstAttemptMinutes = 10_000 }, Pool.Set("awayMinutes", "60"));
        var (away, gone, here) = (world.Join(), world.Join(), world.Join());
        var leads = world.Send(3).ToDictionary(l => world.Of(l).Owner!.Value);
        world.Set(away, Presence.Away);
        world.Agree(gone, t => t with { Active = false });
        world.Tick();
        Assert.Equal([here], world.Of(leads[gone]).Alerted.Keys);
        world.Pass(59 * 60);
        Assert.Equal(away, world.Of(leads[away]).Owner);
        world.Pass(60);
        Assert.Equal("pool", world.Of(leads[away]).Stay!.Lane);
        Assert.All(world.Happened<LeadEvent.Lost>(), l => Assert.Equal(LossWay.OwnerGone, l.Way));
        Assert.Equal(here, world.Of(leads[here]).Owner);
    }

    [Fact]
    public void On_a_floor_without_such_a_lane_a_lost_lead_stays_in_its_own_and_nobodys_time_runs_out()
    {
        var world = World.With(First with { OwnershipDays = 1 });
        world.Join(2);
        var lead = world.Send();
        world.Pass(300);
        Assert.Equal("lane", world.Of(lead).Stay!.Lane);
        Assert.Null(world.Of(lead).OwnedUntil);
    }
}
