using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M30: a known customer's person first if present, else the lane, with that person informed and an assist.</summary>
public sealed class StickyTests
{
    private readonly World world = World.With(Lanes.Of("sticky"), Lanes.Of("push", "rest"));

    [Fact]
    public void Present_the_owner_is_asked_first_and_nobody_assists()
    {
        var (known, _) = (world.Join(), world.Join());
        var lead = world.Send(known: known);
        Assert.Equal(known, world.OfferedTo(lead));
        world.Accept(known, lead);
        world.Close(known, lead, Outcome.Won);
        Assert.Empty(world.Happened<LeadEvent.OwnerInformed>());
        Assert.Equal([CreditKind.Close], world.Of(lead).Credits.Select(c => c.Kind));
    }

    [Fact]
    public void Absent_the_lane_has_it_the_owner_hears_of_it_and_assists_the_win()
    {
        var (known, other) = (world.Join(presence: Presence.Away), world.Join());
        var lead = world.Send(known: known);
        Assert.Equal(("rest", other), (world.Of(lead).Stay!.Lane, world.Of(lead).Owner!.Value));
        Assert.Equal(known, Assert.Single(world.Happened<LeadEvent.OwnerInformed>()).Rep);
        Assert.Equal(lead, Assert.Single(world.Of(known).CameBack).Lead);
        world.Close(other, lead, Outcome.Won);
        Assert.Equal([(other, CreditKind.Close), (known, CreditKind.Assist)], world.Of(lead).Credits.Select(c => (c.Rep, c.Kind)));
        Assert.Equal(1, world.Of(known).WorkIn(world.Today.Month).Assists);
    }

    [Fact]
    public void On_leave_whoever_stands_in_is_asked_and_the_receipt_says_so()
    {
        var (cover, deputy, _) = (world.Join(), world.Join(), world.Join());
        var known = world.Join();
        var day = world.Today.Day;
        world.Agree(known, t => t with { Cover = cover, Leave = [new Leave(day, day)] });
        var lead = world.Send(known: known);
        Assert.Equal(cover, world.OfferedTo(lead));
        Assert.Equal(Ground.StandsIn, Assert.Single(world.Happened<LeadEvent.Offered>()).Receipt.Ground);
        Assert.Null(world.Accept(cover, lead));

        world.Agree(cover, t => t with { Cover = deputy, Leave = [new Leave(day, day)] });
        Assert.Equal(deputy, world.OfferedTo(world.Send(known: known)));

        world.Agree(deputy, t => t with { Cover = known, Leave = [new Leave(day, day)] });
        var last = world.Send(known: known);
        Assert.Equal("rest", world.Of(last).Stay!.Lane);
        Assert.Equal(known, Assert.Single(world.Happened<LeadEvent.OwnerInformed>(), i => i.Lead == last).Rep);
    }

    [Fact]
    public void Back_from_leave_they_are_asked_themselves_and_without_leave_nobody_stands_in()
    {
        var cover = world.Join();
        var known = world.Join();
        var day = world.Today.Day;
        world.Agree(known, t => t with { Cover = cover, Leave = [new Leave(day.AddDays(-5), day.AddDays(-1))] });
        Assert.Equal(known, world.OfferedTo(world.Send(known: known)));
    }

    [Fact]
    public void Whoever_was_asked_and_passed_does_not_assist()
    {
        var (known, _) = (world.Join(), world.Join());
        var lead = world.Send(known: known);
        world.PassOn(known, lead);
        Assert.Equal("rest", world.Of(lead).Stay!.Lane);
        Assert.Empty(world.Of(lead).Assists);
    }

    [Fact]
    public void A_lead_saved_from_the_pool_counts_as_a_save_once()
    {
        var pool = World.With(Lanes.Of("push") with { FirstAttemptMinutes = 5 }, Lanes.Of("secondChance", "pool"));
        var reps = pool.Join(2);
        var lead = pool.Send();
        var saver = reps.Single(r => r != pool.Of(lead).Owner);
        pool.Pass(300);
        pool.Claim(saver, lead);
        pool.Attempt(saver, lead);
        pool.Attempt(saver, lead);
        Assert.Equal(1, pool.Of(saver).WorkIn(pool.Today.Month).Saves);
    }
}
