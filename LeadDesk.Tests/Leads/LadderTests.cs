using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>The ladder of answers to a claim, accept, pass, pull or release: the first rung that holds answers.</summary>
public sealed class LadderTests
{
    [Fact]
    public void A_lead_never_seen_is_unknown_like_one_that_never_was()
    {
        var world = World.With(Lanes.Of("blindPull"), Lanes.Of("fairTurn", "below"));
        var rep = world.Join();
        foreach (var lead in new[] { world.Send(), new LeadId(Guid.Empty) })
        {
            Assert.Equal(RefusalCode.Unknown, world.Claim(rep, lead)!.Code);
            Assert.Equal(RefusalCode.Unknown, world.Accept(rep, lead)!.Code);
            Assert.Equal(RefusalCode.Unknown, world.PassOn(rep, lead)!.Code);
            Assert.Equal(RefusalCode.Unknown, world.MoreTime(rep, lead)!.Code);
            Assert.Equal(RefusalCode.Unknown, world.Release(rep, lead)!.Code);
            Assert.Equal(RefusalCode.Unknown, world.Attempt(rep, lead)!.Code);
        }
    }

    [Fact]
    public void What_is_mine_already_is_answered_with_yes_and_no_event()
    {
        var world = World.With(Lanes.Of("cherryPick"));
        var rep = world.Join();
        var lead = world.Send();
        world.Claim(rep, lead);
        var seq = world.Floor.Seq;
        Assert.Null(world.Claim(rep, lead));
        Assert.Null(world.Accept(rep, lead));
        Assert.Null(world.PassOn(rep, lead));
        Assert.Equal(seq, world.Floor.Seq);
    }

    [Fact]
    public void What_is_somebodys_is_taken_or_its_offer_ended_with_who_when_and_by_how_much()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        world.Join(2);
        var lead = world.Send();
        var first = world.OfferedTo(lead);
        world.PassOn(first, lead);
        var second = world.OfferedTo(lead);
        world.Accept(second, lead);
        var at = world.Now;
        world.Pass(0.4);
        foreach (var (no, code) in new[] { (world.Accept(first, lead), RefusalCode.OfferEnded), (world.PassOn(first, lead), RefusalCode.OfferEnded), (world.Claim(first, lead), RefusalCode.AlreadyTaken) })
        {
            Assert.Equal((code, second, at, 400L), (no!.Code, no.By!.Value, no.At!.Value, no.MarginMs!.Value));
        }
    }

    [Fact]
    public void Ten_minutes_later_the_loser_is_told_nothing()
    {
        var world = World.With(Lanes.Of("sharkTank") with { FirstAttemptMinutes = 600 });
        var (winner, loser) = (world.Join(), world.Join());
        var lead = world.Send();
        world.Claim(winner, lead);
        world.Pass((10 * 60) - 0.001);
        Assert.Equal(RefusalCode.AlreadyTaken, world.Claim(loser, lead)!.Code);
        world.Pass(0.001);
        Assert.Equal(RefusalCode.Unknown, world.Claim(loser, lead)!.Code);
    }

    [Fact]
    public void Seen_on_a_board_but_offered_by_nobody_is_not_offered()
    {
        var world = World.With(Lanes.Of("cherryPick"));
        var rep = world.Join();
        var lead = world.Send();
        Assert.Equal(RefusalCode.NotOffered, world.Accept(rep, lead)!.Code);
        Assert.Equal(RefusalCode.NotOffered, world.PassOn(rep, lead)!.Code);
        Assert.Equal(RefusalCode.NotYours, world.Release(rep, lead)!.Code);
    }

    [Fact]
    public void The_tests_answer_in_their_order()
    {
        var world = World.With(Lanes.Of("cherryPick") with { WipLimit = 9 });
        var rep = world.Join(new RepTerms { WipLimit = 1, Caps = new Caps(1, null, null) });
        var lead = world.Send();
        var more = world.Send();
        world.Claim(rep, lead);
        world.Set(rep, Presence.Break);
        Assert.Equal(RefusalCode.NotAvailable, world.Claim(rep, more)!.Code);
        world.Set(rep, Presence.Available);
        Assert.Equal(RefusalCode.AtLimit, world.Claim(rep, more)!.Code);
        world.Close(rep, lead);
        Assert.Equal(RefusalCode.Cap, world.Claim(rep, more)!.Code);
        world.Agree(rep, t => t with { Active = false });
        Assert.Equal((RefusalCode.NotEligible, Test.E1), world.Claim(rep, more) is { } no ? (no.Code, no.Test) : default);
    }

    [Fact]
    public void Whoever_passed_may_not_have_it_again_while_others_may()
    {
        var world = World.With(Lanes.Of("cherryPick"));
        var (rep, other) = (world.Join(), world.Join());
        var lead = world.Send();
        world.Claim(rep, lead);
        world.Release(rep, lead);
        Assert.Equal((RefusalCode.NotAgain, Test.E10), world.Claim(rep, lead) is { } no ? (no.Code, no.Test) : default);
        Assert.Null(world.Claim(other, lead));
    }

    [Fact]
    public void Passed_by_all_it_can_be_claimed_by_exactly_those_who_had_it()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var reps = world.Join(2);
        var absent = world.Join(presence: Presence.Break);
        var lead = world.Send();
        world.PassOn(world.OfferedTo(lead), lead);
        Assert.Equal(RefusalCode.NotOffered, world.Claim(world.Of(lead).Holders[0], lead)!.Code);
        world.PassOn(world.OfferedTo(lead), lead);

        Assert.Equal(LeadState.Waiting, world.Of(lead).State);
        Assert.NotNull(world.Of(lead).Stay!.HeldSince);
        Assert.All(reps, r => Assert.True(Visibility.MaySee(world.Floor, r, world.Of(lead), world.Now, world.Today)));
        Assert.Equal(RefusalCode.Unknown, world.Claim(absent, lead)!.Code);

        Assert.Null(world.Claim(reps[1], lead));
        Assert.Equal(TakeWay.Claimed, world.Happened<LeadEvent.Taken>().Single().Way);
    }

    [Fact]
    public void Once_somebody_else_can_have_it_those_who_passed_cannot()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var rep = world.Join();
        var other = world.Join(presence: Presence.Break);
        var lead = world.Send();
        world.PassOn(rep, lead);
        world.Set(other, Presence.Available);
        Assert.Equal(other, world.OfferedTo(lead));
        Assert.NotNull(world.Claim(rep, lead));
        Assert.Equal(other, world.OfferedTo(lead));
    }

    [Fact]
    public void Writes_by_somebody_else_are_unknown_or_not_yours()
    {
        var world = World.With(Lanes.Of("fairTurn"));
        var (rep, stranger, manager) = (world.Join(), world.Join(presence: Presence.Off), world.Manager());
        var lead = world.Send();
        world.Accept(rep, lead);
        Assert.Equal(RefusalCode.Unknown, world.Attempt(stranger, lead)!.Code);
        Assert.Equal((RefusalCode.NotYours, rep), world.Attempt(manager, lead) is { } no ? (no.Code, no.By!.Value) : default);
        Assert.Equal(RefusalCode.NotYours, world.Release(manager, lead)!.Code);
    }

    [Fact]
    public void Somebody_who_leads_the_floor_takes_nothing_that_a_lane_hides()
    {
        var world = World.With(Lanes.Of("blindPull"));
        var manager = world.Join(new RepTerms { Role = Role.Manager, TakesLeads = true });
        world.Send();
        Assert.Equal((RefusalCode.NotEligible, Test.E11), world.Pull(manager, out _) is { } no ? (no.Code, no.Test) : default);
        world.Plan(Lanes.Of("blindPull") with { Version = 2, Reveal = Reveal.All });
        world.Pulled(manager);
    }
}
