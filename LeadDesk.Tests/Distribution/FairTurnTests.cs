using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M1: one rep at a time is asked, by the ledger.</summary>
public sealed class FairTurnTests
{
    [Fact]
    public void A_time_out_goes_to_the_next_and_strikes_the_turn()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        world.Join(3);
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        Assert.Equal(2.0 / 3, -world.Balance(first), 9);

        world.Pass(90);
        var second = world.OfferedTo(lead);
        Assert.NotEqual(first, second);
        Assert.Equal(0, world.Balance(first), 9);
        Assert.Equal(-0.5, world.Balance(second), 9);
        Assert.Equal(OfferEnd.TimedOut, Assert.Single(world.Happened<LeadEvent.OfferEnded>()).Why);
    }

    [Fact]
    public void An_offer_lasts_its_seconds_and_not_one_less()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        world.Join(2);
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        world.Pass(89.999);
        Assert.Equal(first, world.OfferedTo(lead));
        Assert.Null(world.Accept(first, lead));
    }

    [Fact]
    public void An_accept_that_arrived_in_time_is_in_time()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join();
        var lead = world.Send();
        var arrived = world.Now.AddSeconds(89.9);
        world.Now = world.Now.AddSeconds(91);
        Assert.Null(world.As(rep, r => LeadLife.Accept(r, rep, lead, arrived)));
        Assert.Equal(rep, world.Of(lead).Owner);
    }

    [Fact]
    public void An_accept_at_the_end_is_too_late()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join();
        var lead = world.Send();
        world.Now = world.Now.AddSeconds(90);
        Assert.Equal(RefusalCode.OfferEnded, world.Accept(rep, lead)!.Code);
    }

    [Fact]
    public void Three_missed_in_a_row_make_away_with_a_cause_and_an_accept_between_starts_anew()
    {
        var world = World.With(Lanes.Of("fairTurn") with { Fallback = Fallback.Managers });
        var rep = world.Join(new RepTerms { WipLimit = 20 });
        Miss();
        Miss();
        world.Accept(rep, world.Send());
        Miss();
        Miss();
        Assert.Equal(Presence.Available, world.Of(rep).Presence);
        Miss();
        Assert.Equal(Presence.Away, world.Of(rep).Presence);
        Assert.Equal(PresenceCause.MissedThree, world.Of(rep).PresenceCause);

        void Miss()
        {
            Assert.Equal(rep, world.OfferedTo(world.Send()));
            world.Pass(91);
        }
    }

    [Fact]
    public void Passes_are_no_misses()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join();
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(world.PassOn(rep, world.Send()));
        }

        Assert.Equal(Presence.Available, world.Of(rep).Presence);
        Assert.Equal(0, world.Balance(rep));
        Assert.Equal(0, world.Received(rep));
    }

    [Fact]
    public void More_time_is_given_once()
    {
        var world = World.With(Lanes.Of("fairTurn") with { FirstAttemptMinutes = 60 });
        var rep = world.Join();
        var lead = world.Send();
        var end = world.Of(lead).Offer!.ExpiresAt;
        Assert.Null(world.MoreTime(rep, lead));
        Assert.Equal(end.AddSeconds(60), world.Of(lead).Offer!.ExpiresAt);
        Assert.Equal(RefusalCode.NoMoreTime, world.MoreTime(rep, lead)!.Code);
    }

    [Fact]
    public void More_time_never_runs_past_80_percent_of_the_customers_window()
    {
        var world = World.With(Lanes.Of("fairTurn") with { MoreTime = 9, FirstAttemptMinutes = 5 });
        var rep = world.Join();
        var lead = world.Send();
        var limit = world.Now.AddMinutes(4);
        while (world.MoreTime(rep, lead) is null)
        {
            Assert.True(world.Of(lead).Offer!.ExpiresAt <= limit);
        }

        Assert.Equal(limit, world.Of(lead).Offer!.ExpiresAt);
    }

    [Fact]
    public void More_time_counts_the_window_in_opening_hours()
    {
        var world = new World(1, "2026-03-07 12:00Z").Plan(Calendars.Hours("UTC", "mon-fri 10:00-18:00"), Lanes.Of("fairTurn") with { FirstAttemptMinutes = 30 });
        var rep = world.Join();
        var lead = world.Send();
        world.Until("2026-03-09 10:00Z");
        Assert.Equal(rep, world.OfferedTo(lead));
        Assert.Null(world.MoreTime(rep, lead));
    }

    [Fact]
    public void An_offer_lasts_at_most_a_third_of_the_window()
    {
        var world = World.With(Lanes.Of("fairTurn") with { FirstAttemptMinutes = 3 });
        world.Join();
        Assert.Equal(world.Now.AddSeconds(60), world.Of(world.Send()).Offer!.ExpiresAt);
    }

    [Fact]
    public void Opting_out_or_leaving_moves_an_offer_on_without_penalty()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var reps = world.Join(3);
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        world.OptIn(first, "lane", on: false);
        var second = world.OfferedTo(lead);
        world.Set(second, Presence.Break);
        var third = world.OfferedTo(lead);
        Assert.Equal(reps.Order(), new[] { first, second, third }.Order());
        Assert.All(new[] { first, second }, r => Assert.Equal((0, 0, 0d), (world.Of(r).MissedInRow, world.Of(r).Today.Passed, world.Balance(r))));
    }

    [Fact]
    public void A_rep_with_an_open_offer_neither_shares_nor_is_chosen_and_does_not_start_the_hold_clock()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join();
        var lead = world.Send();
        var second = world.Send();
        Assert.Equal(rep, world.OfferedTo(lead));
        Assert.Equal(LeadState.Waiting, world.Of(second).State);
        Assert.Null(world.Of(second).Stay!.HeldSince);
        Assert.Equal(new PassedOver(rep, Test.E5), Assert.Single(world.Field(second).PassedOver));

        world.Accept(rep, lead);
        world.Tick();
        Assert.Equal(rep, world.OfferedTo(second));
    }

    [Fact]
    public void The_oldest_waiting_lead_moves_when_one_place_frees()
    {
        var world = World.With(Lanes.Of("fairTurn") with { OwnerMinutes = 600 });
        var rep = world.Join(new RepTerms { WipLimit = 1 });
        var held = world.Send();
        world.Accept(rep, held);
        var young = world.Send(ago: TimeSpan.FromMinutes(1));
        var old = world.Send(ago: TimeSpan.FromMinutes(9));
        Assert.Equal(LeadState.Waiting, world.Of(old).State);
        Assert.Empty(world.Of(young).Holders);

        world.Close(rep, held);
        Assert.Equal(rep, world.OfferedTo(old));
        Assert.Equal(LeadState.Waiting, world.Of(young).State);
    }

    [Fact]
    public void Weights_share_a_turn_and_passers_do_not()
    {
        var world = World.With(Lanes.Of("weightedTurn"));
        var light = world.Join(new RepTerms { WeightThousandths = 1000, WipLimit = 500 });
        var heavy = world.Join(new RepTerms { WeightThousandths = 3000, WipLimit = 500 });
        for (var i = 0; i < 400; i++)
        {
            var lead = world.Send();
            world.Accept(world.OfferedTo(lead), lead);
        }

        Assert.InRange(world.Received(heavy), 299, 301);
        Assert.InRange(world.Received(light), 99, 101);
    }
}
