using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>What time alone brings about.</summary>
public sealed class ClockworkTests
{
    private static readonly OpeningHours Shop = Calendars.Hours("America/Los_Angeles", "mon-fri 10:00-19:00; sat 10:00-18:00; sun 12:00-17:00");

    [Fact]
    public void It_warns_twice_goes_late_once_and_is_taken_back_at_the_owners_due()
    {
        var world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 10 });
        var rep = world.Join();
        var lead = world.Send(ago: TimeSpan.FromMinutes(4));
        world.Pulled(rep);
        world.Live(TimeSpan.FromMinutes(20), 1);
        Assert.Equal([1, 2], world.Happened<LeadEvent.Warned>().Select(w => w.Count));
        Assert.Single(world.Happened<LeadEvent.WentLate>());
        var lost = Assert.Single(world.Events, e => e.Event is LeadEvent.Lost);
        Assert.Equal(LossWay.Reclaimed, ((LeadEvent.Lost)lost.Event).Way);
        Assert.Equal(world.Of(lead).ReceivedAt.AddMinutes(10), lost.At);
        Assert.Equal(world.Of(lead).ReceivedAt.AddMinutes(6), world.Of(lead).LateAt);
        Assert.Equal(1, world.Received(rep));
    }

    [Fact]
    public void A_late_lead_that_somebody_takes_is_not_taken_back_a_second_later()
    {
        var world = World.With(Lanes.Of("cherryPick") with { FirstAttemptMinutes = 5, OwnerMinutes = 3 });
        var rep = world.Join();
        var lead = world.Send();
        world.Pass(600);
        Assert.NotNull(world.Of(lead).LateAt);
        world.Claim(rep, lead);
        world.Pass(179);
        Assert.Equal(rep, world.Of(lead).Owner);
        world.Pass(1);
        Assert.Null(world.Of(lead).Owner);
    }

    [Fact]
    public void An_attempt_stops_every_clock()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var rep = world.Join();
        var lead = world.Send();
        world.Pulled(rep);
        world.Attempt(rep, lead);
        world.Live(TimeSpan.FromHours(3), 60);
        Assert.Equal(rep, world.Of(lead).Owner);
        Assert.DoesNotContain(world.Events, e => e.Event is LeadEvent.Warned or LeadEvent.WentLate);
    }

    [Fact]
    public void A_customer_who_asked_to_wait_makes_nobody_late()
    {
        var world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 10 });
        var rep = world.Join();
        var lead = world.Send();
        world.Pulled(rep);
        world.Pass(240);
        var back = world.Now.AddHours(2);
        Assert.Null(world.Park(rep, lead, back));
        world.Live(TimeSpan.FromHours(2), 30);
        Assert.DoesNotContain(world.Events, e => e.Event is LeadEvent.WentLate);
        Assert.Equal(back.AddMinutes(6), world.Of(lead).Due!.Due);
        world.Live(TimeSpan.FromMinutes(7), 1);
        Assert.Single(world.Happened<LeadEvent.WentLate>());
    }

    [Fact]
    public void Nothing_is_warned_late_or_taken_back_outside_hours_however_late_the_clock_looks()
    {
        // Wednesday, 18:57 in Los Angeles: three minutes of the five are left for the next morning.
        var world = new World(1, "2026-03-05 02:57Z").Plan(Shop, Lanes.Of("blindPull"));
        var rep = world.Join();
        var lead = world.Send();
        world.Pulled(rep);
        world.Live(TimeSpan.FromHours(15), 30);
        Assert.Equal(rep, world.Of(lead).Owner);
        Assert.Equal(1, world.Of(lead).Warned);
        world.Until("2026-03-05 18:01:59Z");
        Assert.Null(world.Of(lead).LateAt);
        world.Until("2026-03-05 18:02Z");
        Assert.Null(world.Of(lead).Owner);
    }

    [Fact]
    public void What_fell_due_while_the_desk_was_down_waits_for_the_opening()
    {
        var world = new World(1, "2026-03-05 02:50Z").Plan(Shop, Lanes.Of("blindPull"));
        var rep = world.Join();
        var lead = world.Send();
        world.Pulled(rep);
        world.Until("2026-03-05 09:00Z");
        Assert.Equal((rep, 0, null), (world.Of(lead).Owner!.Value, world.Of(lead).Warned, world.Of(lead).LateAt));
        world.Until("2026-03-05 18:00Z");
        Assert.Null(world.Of(lead).Owner);
        Assert.Single(world.Happened<LeadEvent.WentLate>());
    }

    [Fact]
    public void An_offer_made_before_closing_ends_at_its_own_time_and_the_next_is_made_at_the_opening()
    {
        var world = new World(1, "2026-03-05 02:59:30Z").Plan(Shop, Lanes.Of("fairTurn"));
        world.Join(2);
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        world.Pass(89);
        Assert.Equal(first, world.OfferedTo(lead));
        world.Pass(1);
        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        world.Until("2026-03-05 18:00Z");
        Assert.NotEqual(first, world.OfferedTo(lead));
    }

    [Fact]
    public void With_nobody_eligible_the_manager_is_told_at_5_and_the_fallback_takes_it_at_15()
    {
        var world = World.With(Lanes.Of("fairTurn"), Lanes.Of("cherryPick", "below"));
        var lead = world.Send();
        Assert.Equal(world.Now, world.Of(lead).Stay!.HeldSince);
        world.Pass(299);
        Assert.False(world.Of(lead).Stay!.HoldTold);
        world.Pass(1);
        Assert.True(world.Of(lead).Stay!.HoldTold);
        world.Pass(599);
        Assert.Equal("lane", world.Of(lead).Stay!.Lane);
        world.Pass(1);
        Assert.Equal("below", world.Of(lead).Stay!.Lane);
    }

    [Fact]
    public void A_hold_that_ends_as_a_shift_begins_ends_with_an_offer()
    {
        var world = new World(1, "2026-03-04 09:45Z").Plan(Lanes.Of("fairTurn"), Lanes.Of("cherryPick", "below"));
        var rep = world.Join(new RepTerms { Shift = Calendars.Hours("UTC", "mon-fri 10:00-18:00") });
        var lead = world.Send();
        world.Until("2026-03-04 10:00Z");
        Assert.Equal(rep, world.OfferedTo(lead));
    }

    [Fact]
    public void The_hold_clock_does_not_run_at_night()
    {
        var world = new World(1, "2026-03-05 02:55Z").Plan(Shop, Lanes.Of("fairTurn"));
        var lead = world.Send();
        world.Live(TimeSpan.FromHours(15), 60);
        Assert.Equal("lane", world.Of(lead).Stay!.Lane);
        world.Until("2026-03-05 18:10Z");
        Assert.Contains(lead, world.Floor.WithManagers);
    }

    [Fact]
    public void Chains_and_cycles_of_fallbacks_end_at_the_managers()
    {
        var world = World.With(
            Lanes.Of("fairTurn", "a") with { Fallback = new Fallback("b") },
            Lanes.Of("fairTurn", "b") with { Fallback = new Fallback("c"), When = Lanes.Product("never") },
            Lanes.Of("sharkTank", "c") with { Fallback = new Fallback("a"), When = Lanes.Product("never") });
        var lead = world.Send();
        world.Live(TimeSpan.FromMinutes(60), 60);
        Calendars.Alike(["a", "b", "c"], world.Of(lead).LanesTried);
        Assert.Contains(lead, world.Floor.WithManagers);
        Assert.Equal([lead], world.Floor.HeldLeads.Select(h => h.What));
    }

    [Fact]
    public void A_lead_that_no_lane_takes_goes_to_the_managers()
    {
        var world = World.With(Lanes.Of("fairTurn") with { When = Lanes.Product("rings") });
        var lead = world.Send();
        Assert.Contains(lead, world.Floor.WithManagers);
        Assert.NotNull(world.Of(lead).Due);
    }

    [Fact]
    public void A_ring_that_ended_under_an_open_offer_opens_the_next_one_when_the_offer_ends()
    {
        var world = World.With(Lanes.Of("fairTurn") with { FirstAttemptMinutes = 60, Rings = [new Ring { Team = "first", ForSeconds = 60 }, new Ring { ForSeconds = 600 }] });
        var first = world.Join(new RepTerms { Teams = ["first"] });
        var alsoFirst = world.Join(new RepTerms { Teams = ["first"] });
        var second = world.Join();
        var lead = world.Send();
        Assert.NotEqual(second, world.OfferedTo(lead));
        world.Pass(61);
        Assert.Equal(0, world.Of(lead).Stay!.Ring);
        world.Pass(29);
        Assert.Equal(1, world.Of(lead).Stay!.Ring);
        Assert.Contains(world.OfferedTo(lead), new[] { first, alsoFirst, second });
    }

    [Fact]
    public void Each_known_customers_lead_waits_for_its_own_rep()
    {
        var world = new World(1, "2026-03-05 09:00Z").Plan(Shop, Lanes.Of("sticky"), Lanes.Of("cherryPick", "below"));
        var (away, here) = (world.Join(presence: Presence.Away), world.Join());
        var (first, second) = (world.Send(known: away), world.Send(known: here));
        world.Until("2026-03-05 18:00Z");
        Assert.Equal("below", world.Of(first).Stay!.Lane);
        Assert.Equal(here, world.OfferedTo(second));
    }

    [Fact]
    public void A_shift_that_ends_sets_off_whoever_came_before_it_began()
    {
        var world = new World(1, "2026-03-04 08:50Z").Plan(Lanes.Of("blindPull"));
        var rep = world.Join(new RepTerms { Shift = Calendars.Hours("UTC", "mon-fri 09:00-17:00") });
        world.Live(TimeSpan.FromHours(8), 300);
        Assert.Equal(Presence.Available, world.Of(rep).Presence);
        world.Until("2026-03-04 17:00Z");
        Assert.Equal((Presence.Off, PresenceCause.ShiftOver), (world.Of(rep).Presence, world.Of(rep).PresenceCause));
        world.Set(rep, Presence.Available);
        world.Until("2026-03-05 09:00Z");
        Assert.Equal(Presence.Available, world.Of(rep).Presence);
    }

    [Theory]
    [InlineData("2026-03-08 08:30Z", "2026-03-08 10:30Z")]
    [InlineData("2026-11-01 07:30Z", "2026-11-01 09:30Z")]
    public void Two_hours_are_two_hours_in_both_nights_in_which_the_clock_changes(string sent, string due)
    {
        var night = Calendars.Hours("America/Los_Angeles", "mon-fri 00:00-24:00; sat-sun 00:00-24:00");
        var world = new World(1, sent).Plan(night, Lanes.Of("blindPull") with { FirstAttemptMinutes = 120, LeftBehindMinutes = [600, 601] });
        var rep = world.Join();
        var lead = world.Send();
        world.Pulled(rep);
        Assert.Equal(Calendars.At(due), world.Of(lead).Due!.Due);
        world.Until(due);
        Assert.Equal(Calendars.At(due), world.Of(lead).LateAt);
        Assert.Single(world.Happened<LeadEvent.Lost>());
    }

    [Theory]
    [InlineData("2026-03-08 09:30Z", "2026-03-08 10:30Z")]
    [InlineData("2026-11-01 08:30Z", "2026-11-01 09:30Z")]
    public void A_night_shop_counts_the_hour_that_is_missing_or_doubled_as_the_wall_shows_it(string sent, string due)
    {
        // Open from midnight to four by the wall.
        var night = Calendars.Hours("America/Los_Angeles", "sun 00:00-04:00");
        var world = new World(1, sent).Plan(night, Lanes.Of("blindPull") with { FirstAttemptMinutes = 60 });
        world.Join();
        var lead = world.Send();
        Assert.Equal(Calendars.At(due), world.Of(lead).Due!.Due);
        world.Until(due);
        Assert.Equal(Calendars.At(due), world.Of(lead).LateAt);
    }

    [Fact]
    public void A_lead_sent_long_ago_runs_from_its_reception_but_keeps_its_age()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var lead = world.Send(ago: TimeSpan.FromDays(8));
        Assert.True(world.Of(lead).SentLongAgo);
        Assert.Equal(world.Now.AddMinutes(5), world.Of(lead).Due!.Due);
        Assert.Equal(world.Now.AddDays(-8), world.Of(lead).SentAt);
    }

    [Fact]
    public void After_a_stop_offers_that_ran_out_cost_nothing_and_others_last_20_seconds_more()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var (a, b) = (world.Join(), world.Join());
        var first = world.Send();
        world.Now = world.Now.AddSeconds(30);
        var second = world.Send();
        world.Now = world.Now.AddSeconds(75);
        world.Do(Clockwork.Wake);
        Assert.Equal(OfferEnd.Withdrawn, Assert.Single(world.Happened<LeadEvent.OfferEnded>()).Why);
        Assert.Equal(world.Now.AddSeconds(20), world.Of(second).Offer!.ExpiresAt);
        Assert.All(new[] { a, b }, r => Assert.Equal(0, world.Of(r).MissedInRow));
        Assert.Equal(LeadState.Offered, world.Of(first).State);
    }
}
