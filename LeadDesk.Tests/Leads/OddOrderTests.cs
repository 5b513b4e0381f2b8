using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>What comes in an order nobody plans for: an undo beside a new offer, rules that change while a lead is out, a park before the first try.</summary>
public sealed class OddOrderTests
{
    [Fact]
    public void An_undo_that_leaves_no_place_withdraws_what_was_offered_meanwhile_and_blames_nobody()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join(new RepTerms { WipLimit = 1 });
        var first = world.Send();
        Assert.Null(world.Accept(rep, first));
        var action = world.NewGuid();
        Assert.Null(world.Close(rep, first, action: action));
        var second = world.Send();
        Assert.Equal(rep, world.OfferedTo(second));
        Assert.Null(world.Undo(rep, action));
        Assert.Equal((rep, LeadState.Waiting), (world.Of(first).Owner!.Value, world.Of(second).State));
        Assert.Equal(OfferEnd.Withdrawn, Assert.Single(world.Happened<LeadEvent.OfferEnded>()).Why);
        Assert.Equal(0, world.Of(rep).MissedInRow);
    }

    [Fact]
    public void A_lead_that_comes_back_from_its_wait_into_the_last_place_withdraws_an_open_offer()
    {
        var world = World.With(Lanes.Of("push", "other") with { When = Lanes.Product("other") }, Lanes.Of("fairTurn"));
        var rep = world.Join(new RepTerms { WipLimit = 1 });
        var waits = world.Send(new Facts { Product = "other" });
        Assert.Equal(rep, world.Of(waits).Owner);
        Assert.Null(world.Park(rep, waits, world.Now.AddMinutes(1)));
        var offered = world.Send();
        Assert.Equal(rep, world.OfferedTo(offered));
        world.Pass(60);
        Assert.Equal((LeadState.Waiting, OfferEnd.Withdrawn, 0), (world.Of(offered).State, world.Happened<LeadEvent.OfferEnded>().Last().Why, world.Of(rep).MissedInRow));
    }

    [Fact]
    public void New_rules_withdraw_an_offer_that_its_person_may_not_have_by_them()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join();
        var lead = world.Send();
        Assert.Equal(rep, world.OfferedTo(lead));
        world.Plan(Lanes.Of("fairTurn") with { Version = 2, Rings = [new Ring { Skill = "licence:gold", ForSeconds = 60 }] });
        Assert.Equal((LeadState.Waiting, OfferEnd.Withdrawn, 0), (world.Of(lead).State, Assert.Single(world.Happened<LeadEvent.OfferEnded>()).Why, world.Of(rep).MissedInRow));
    }

    [Fact]
    public void An_offer_in_a_lane_that_reveals_everything_shows_what_the_lead_is_about()
    {
        var world = World.With(Lanes.Of("fairTurn") with { Reveal = Reveal.All, Names = false });
        var rep = world.Join();
        var lead = world.Send(new Facts { Product = "ring", Value = 900 });
        Assert.Equal(rep, world.OfferedTo(lead));
        var preview = new Views(world.Floor, world.Now, PlainWords.All).Desk(rep).Offers.Single().Preview;
        Assert.Equal(("ring", 900m), (preview.Product, preview.Value!.Value));
    }

    [Fact]
    public void Taking_up_an_offer_brings_the_next_one_at_once()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join(new RepTerms { WipLimit = 5 });
        var (first, second) = (world.Send(), world.Send());
        Assert.Null(world.Accept(rep, first));
        Assert.Equal(rep, world.OfferedTo(second));
    }

    [Fact]
    public void A_lead_that_is_parked_before_its_first_try_is_never_due_earlier_for_its_owner_than_for_its_customer()
    {
        var world = World.With(Lanes.Of("blindPull") with { FirstAttemptMinutes = 240, OwnerMinutes = 30 });
        var rep = world.Join();
        var lead = world.Send();
        world.Pulled(rep);
        Assert.Null(world.Park(rep, lead, world.Now.AddHours(6)));
        Assert.Equal(world.Of(lead).Due!.Due, world.Of(lead).OwnerDue!.Due);
        Assert.True(world.Of(lead).OwnerDue!.Due > world.Now.AddHours(9));
    }

    [Fact]
    public void A_quick_release_is_free_also_where_somebody_tried_before()
    {
        var world = World.With(Lanes.Of("cherryPick"));
        var (before, now) = (world.Join(), world.Join());
        var lead = world.Send();
        Assert.Null(world.Claim(before, lead));
        Assert.Null(world.Attempt(before, lead));
        world.Pass(TimeSpan.FromMinutes(2));
        Assert.Null(world.Release(before, lead));
        Assert.Null(world.Claim(now, lead));
        Assert.Null(world.Release(now, lead));
        Assert.Equal((1d, 0d), (world.Received(before), world.Received(now)));
    }

    [Fact]
    public void Whoever_passed_and_is_full_now_has_passed_and_who_leads_the_floor_was_never_asked()
    {
        var world = World.With(Lanes.Of("push", "other") with { When = Lanes.Product("other") }, Lanes.Of("fairTurn"));
        var (one, two) = (world.Join(new RepTerms { WipLimit = 1 }), world.Join());
        world.Join(new RepTerms { Role = Role.Manager, TakesLeads = true });
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        world.PassOn(first, lead);
        var second = world.OfferedTo(lead);
        world.PassOn(second, lead);
        Assert.True(world.Field(lead).PassedByAll);
        world.Assign(world.Manager(), world.Send(new Facts { Product = "other" }), one, force: true);
        Assert.True(world.Field(lead).PassedByAll);
        Assert.Null(world.Claim(two, lead));
    }

    [Fact]
    public void What_everybody_passed_is_still_not_for_somebody_whom_a_manager_spares()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var (one, two) = (world.Join(), world.Join());
        var lead = world.Send();
        world.PassOn(world.OfferedTo(lead), lead);
        world.PassOn(world.OfferedTo(lead), lead);
        world.Pause(world.Manager(), new PauseScope(PauseKind.Person, null, one), 60);
        Assert.Equal(RefusalCode.NotEligible, world.Claim(one, lead)!.Code);
        Assert.Null(world.Claim(two, lead));
    }

    [Fact]
    public void A_lead_that_was_out_when_the_rules_changed_lives_by_the_new_ones_once_it_is_back()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join(new RepTerms { Skills = Domain.Sorted.None<int>().Add("ring", 1) });
        var lead = world.Send();
        world.Plan(Lanes.Of("fairTurn") with { Version = 2, Rings = [new Ring { Skill = "ring", ForSeconds = 60 }, new Ring { ForSeconds = 60 }] });
        var other = world.Join();
        world.PassOn(rep, lead);
        Assert.Equal((2, 0, world.Now.AddSeconds(60)), (world.Of(lead).Stay!.LaneVersion, world.Of(lead).Stay!.Ring, world.Of(lead).Stay!.RingEndsAt!.Value));
        world.Pass(60);
        Assert.Equal(other, world.OfferedTo(lead));
    }

    [Fact]
    public void An_undo_brings_no_lead_into_a_rule_that_is_gone()
    {
        var world = World.With(Lanes.Of("manager"));
        var (boss, rep) = (world.Manager(), world.Join());
        var lead = world.Send();
        var action = world.NewGuid();
        Assert.Null(world.Assign(boss, lead, rep, action: action));
        world.Plan(Lanes.Of("fairTurn", "new"));
        Assert.Null(world.Undo(boss, action));
        Assert.Equal(("new", rep), (world.Of(lead).Stay!.Lane, world.OfferedTo(lead)));
    }

    [Fact]
    public void Whoever_needs_longer_has_longer_for_a_lead_that_came_before_opening()
    {
        var world = new World(start: "2026-03-04 08:00Z").Plan(Calendars.Hours("UTC", "mon-sun 10:00-18:00"), Lanes.Of("fairTurn") with { FirstAttemptMinutes = 5, OfferSeconds = 90 });
        world.Join(new RepTerms { LongerOffers = true });
        var lead = world.Send();
        world.Until("2026-03-04 10:00Z");
        world.Tick();
        Assert.Equal(world.Now.AddSeconds(180), world.Of(lead).Offer!.ExpiresAt);
    }
}
