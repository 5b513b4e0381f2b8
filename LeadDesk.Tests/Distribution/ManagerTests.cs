using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M25: a manager gives any lead to anybody, and what lanes and plans do to open leads.</summary>
public sealed class ManagerTests
{
    [Fact]
    public void Hard_blocks_need_force_and_the_receipt_says_so()
    {
        foreach (var (test, block) in new (Test, Action<World, RepId>)[]
        {
            (Test.E2, (w, r) => w.OptIn(r, "lane", on: false)),
            (Test.E3, (w, r) => w.Agree(r, t => t with { Shift = Calendars.Hours("UTC", "sun 10:00-11:00") })),
            (Test.E5, (w, r) => { w.Agree(r, t => t with { WipLimit = 1 }); w.Send(); w.Pulled(r); }),
        })
        {
            var world = World.With(Lanes.Of("blindPull"));
            var (rep, manager) = (world.Join(), world.Manager());
            block(world, rep);
            var lead = world.Send();
            var no = world.Assign(manager, lead, rep)!;
            Assert.Equal((RefusalCode.NeedsForce, test), (no.Code, no.Test));
            Assert.Null(world.Assign(manager, lead, rep, force: true));
            var taken = world.Happened<LeadEvent.Taken>().Last();
            Assert.Equal((true, test), (taken.Forced, taken.Receipt!.Forced!.Value));
        }
    }

    [Fact]
    public void Without_a_block_force_leaves_no_mark()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var (rep, manager) = (world.Join(), world.Manager());
        world.Assign(manager, world.Send(), rep, force: true);
        var taken = Assert.Single(world.Happened<LeadEvent.Taken>());
        Assert.Equal((false, null), (taken.Forced, taken.Receipt!.Forced));
    }

    [Fact]
    public void On_the_managers_list_hours_and_places_hold_too()
    {
        var world = World.With();
        var (rep, manager) = (world.Join(new RepTerms { WipLimit = 1 }), world.Manager());
        Assert.Null(world.Assign(manager, world.Send(), rep));
        var second = world.Send();
        Assert.Equal((RefusalCode.NeedsForce, Test.E5), world.Assign(manager, second, rep) is { } no ? (no.Code, no.Test) : default);
        Assert.Null(world.Assign(manager, second, rep, force: true));
    }

    [Fact]
    public void A_pick_is_shared_by_the_eligible_and_the_person_picked()
    {
        var world = World.With(Lanes.Of("manager"));
        var (a, b, absent) = (world.Join(), world.Join(), world.Join(presence: Presence.Break));
        world.Assign(world.Manager(), world.Send(), absent);
        Assert.Equal(1 / 3d, world.Balance(a), 9);
        Assert.Equal(1 / 3d, world.Balance(b), 9);
        Assert.Equal(-2 / 3d, world.Balance(absent), 9);
    }

    [Fact]
    public void The_very_rep_it_is_offered_to_needs_no_force()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var (rep, manager) = (world.Join(new RepTerms { WipLimit = 1 }), world.Manager());
        var lead = world.Send();
        Assert.Equal(rep, world.OfferedTo(lead));
        Assert.Null(world.Assign(manager, lead, rep));
        Assert.Equal(1, world.Received(rep));
    }

    [Fact]
    public void Whoever_it_was_taken_from_has_lost_it_and_keeps_what_they_received()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var (from, to, manager) = (world.Join(), world.Join(), world.Manager());
        world.Send();
        var lead = world.Pulled(from);
        Assert.Null(world.Assign(manager, lead, to));
        Assert.Equal((1d, 1d), (world.Received(from), world.Received(to)));
        world.Release(to, lead);
        Assert.Equal((1d, 0d), (world.Received(from), world.Received(to)));
        Calendars.Alike([from, to], world.Of(lead).Holders);
    }

    [Fact]
    public void A_lane_that_is_gone_gives_its_leads_and_offers_to_the_next()
    {
        var world = World.With(Lanes.Of("fairTurn", "old"), Lanes.Of("cherryPick", "new"));
        var rep = world.Join();
        var (offered, waiting) = (world.Send(), world.Send());
        Assert.Equal(rep, world.OfferedTo(offered));
        world.Plan(Lanes.Of("cherryPick", "new"));
        Assert.All(new[] { offered, waiting }, l => Assert.Equal(("new", LeadState.Waiting), (world.Of(l).Stay!.Lane, world.Of(l).State)));
        Assert.Equal(OfferEnd.Withdrawn, Assert.Single(world.Happened<LeadEvent.OfferEnded>()).Why);
        Assert.Null(world.Claim(rep, offered));
    }

    [Fact]
    public void A_lane_that_becomes_a_board_takes_its_waiting_leads_anew_and_forgets_nobody_who_passed()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var (a, b) = (world.Join(), world.Join());
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        world.PassOn(first, lead);
        world.Plan(Lanes.Of("cherryPick") with { Version = 2 });
        Assert.Equal((true, 2, world.Now.AddMinutes(30)), (world.Of(lead).Stay!.OnBoard, world.Of(lead).Stay!.LaneVersion, world.Of(lead).Stay!.LeavesAt!.Value));
        Assert.Equal(RefusalCode.NotAgain, world.Claim(first, lead)!.Code);
        Assert.Null(world.Claim(first == a ? b : a, lead));
    }

    [Fact]
    public void Lowered_limits_move_an_open_offer_on()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var (a, b) = (world.Join(), world.Join());
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        world.Agree(first, t => t with { Active = false });
        Assert.Equal(first == a ? b : a, world.OfferedTo(lead));
    }

    [Fact]
    public void The_open_dice_are_fair_and_can_be_thrown_again()
    {
        var secret = Convert.FromHexString("0a1b2c3d4e5f");
        var wins = new int[5];
        for (var entry = 1L; entry <= 10_000; entry++)
        {
            wins[Enumerable.Range(1, 5).MinBy(n => Dice.Throw(secret, entry, new RepId(n))) - 1]++;
        }

        // 99.9 % of fair dice stay below 18.47 with four degrees of freedom.
        Assert.True(wins.Sum(w => Math.Pow(w - 2000, 2) / 2000) < 18.47, string.Join(", ", wins));
        Assert.Equal(Dice.Throw(secret, 7, new RepId(3)), Dice.Throw(secret, 7, new RepId(3)));
    }
}
