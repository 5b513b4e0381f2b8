using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>A turn that was none: asked back with the outcome, decided by a manager, struck exactly once.</summary>
public sealed class CreditBackTests
{
    [Theory]
    [InlineData(Outcome.Junk)]
    [InlineData(Outcome.Duplicate)]
    [InlineData(Outcome.NonSales)]
    public void Approved_the_entry_is_struck_and_the_turn_does_not_count(Outcome outcome)
    {
        var (world, rep, lead) = Closed(outcome);
        var before = world.Balance(rep);
        Assert.Equal((CreditBack.Asked, 1, 1), (world.Of(lead).CreditBack!.Value, world.Received(rep), world.Of(rep).Today.Taken));

        Assert.Null(world.Credit(world.Manager(), lead, approve: true));

        Assert.Equal((CreditBack.Approved, 0, 0, 0), (world.Of(lead).CreditBack!.Value, world.Received(rep), world.Of(rep).Today.Taken, world.Of(rep).ThisDay.Number));
        Assert.Equal((-0.5, 0), (before, world.Balance(rep)));
        Assert.Equal(0, world.Floor.LedgerOf("lane").Balances());
    }

    [Fact]
    public void Declined_it_counts_and_nothing_can_be_decided_twice()
    {
        var (world, rep, lead) = Closed(Outcome.Junk);
        var manager = world.Manager();
        Assert.Null(world.Credit(manager, lead, approve: false));
        Assert.Equal((CreditBack.Declined, 1), (world.Of(lead).CreditBack!.Value, world.Received(rep)));
        Assert.Equal(RefusalCode.WrongState, world.Credit(manager, lead, approve: true)!.Code);
        Assert.Equal(1, world.Received(rep));
    }

    [Theory]
    [InlineData(Outcome.Won)]
    [InlineData(Outcome.Lost)]
    [InlineData(Outcome.Nurture)]
    public void A_lead_that_was_one_asks_for_nothing(Outcome outcome)
    {
        var (world, _, lead) = Closed(outcome);
        Assert.Null(world.Of(lead).CreditBack);
        Assert.Equal(RefusalCode.WrongState, world.Credit(world.Manager(), lead, approve: true)!.Code);
    }

    [Fact]
    public void It_waits_for_a_manager_as_long_as_it_takes_and_leaves_the_floor_afterwards()
    {
        var (world, rep, lead) = Closed(Outcome.Junk);
        world.Pass(TimeSpan.FromDays(9));
        Assert.Equal(lead, Assert.Single(world.Floor.CreditsAsked).What);
        Assert.Empty(world.Of(rep).Holdings.Leads);
        Assert.Null(world.Credit(world.Manager(), lead, approve: true));
        Assert.Empty(world.Floor.CreditsAsked);
        world.Pass(TimeSpan.FromMinutes(16));
        world.Send();
        Assert.Null(world.Floor.Find(lead));
    }

    [Fact]
    public void An_outcome_that_is_undone_asks_for_nothing_any_more()
    {
        var world = World.With(Lanes.Of("push"));
        var (rep, action) = (world.Join(), world.NewGuid());
        var lead = world.Send();
        world.Close(rep, lead, Outcome.Junk, action);
        Assert.Null(world.Undo(rep, action));
        Assert.Empty(world.Floor.CreditsAsked);
        Assert.Equal(RefusalCode.WrongState, world.Credit(world.Manager(), lead, approve: true)!.Code);
    }

    private static (World World, RepId Rep, LeadId Lead) Closed(Outcome outcome)
    {
        var world = World.With(Lanes.Of("push"));
        world.Join(2);
        var lead = world.Send();
        var rep = world.Of(lead).Owner!.Value;
        Assert.Null(world.Close(rep, lead, outcome));
        return (world, rep, lead);
    }
}
