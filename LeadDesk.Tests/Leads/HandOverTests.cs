using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Leads;

/// <summary>An owner hands a lead to a colleague.</summary>
public sealed class HandOverTests
{
    private readonly World world = World.With(Lanes.Of("blindPull"));

    [Fact]
    public void A_colleague_who_is_here_gets_it_and_it_counts_as_received()
    {
        var (kim, dana, lead) = Two();
        Assert.Null(Hand(kim, lead, dana));
        Assert.Equal(dana, world.Of(lead).Owner);
        Assert.Equal(TakeWay.HandedOver, world.Of(lead).Gist!.Way);
        Assert.Equal(1, world.Received(dana), 9);
        Assert.Equal((0, 0), (world.Balance(dana), world.Balance(kim)));
    }

    [Fact]
    public void Only_the_owner_hands_over()
    {
        var (kim, dana, lead) = Two();
        Hand(kim, lead, dana);
        Assert.NotNull(Hand(kim, lead, kim));
        Assert.Equal(dana, world.Of(lead).Owner);
    }

    [Theory]
    [InlineData(Presence.Away)]
    [InlineData(Presence.Off)]
    public void Nobody_is_given_a_lead_while_they_are_not_here(Presence presence)
    {
        var (kim, dana, lead) = Two();
        world.Set(dana, presence);
        Assert.Equal(RefusalCode.NotAvailable, Hand(kim, lead, dana)!.Code);
        Assert.Equal(kim, world.Of(lead).Owner);
    }

    [Fact]
    public void A_colleague_without_a_free_place_keeps_it_out()
    {
        var (kim, dana, lead) = Two();
        world.Agree(dana, t => t with { WipLimit = 1 });
        world.Send();
        world.Pulled(dana);
        Assert.Equal(Test.E5, Hand(kim, lead, dana)!.Test);
    }

    [Fact]
    public void It_can_be_taken_back_within_fifteen_seconds()
    {
        var (kim, dana, lead) = Two();
        var action = world.NewGuid();
        Hand(kim, lead, dana, action);
        Assert.Null(world.Undo(kim, action));
        Assert.Equal(kim, world.Of(lead).Owner);
    }

    private Refusal? Hand(RepId from, LeadId lead, RepId to, Guid? action = null) => world.As(from, r => LeadLife.HandOver(r, from, lead, to, action));

    private (RepId Kim, RepId Dana, LeadId Lead) Two()
    {
        var kim = world.Join();
        var dana = world.Join();
        world.Send();
        return (kim, dana, world.Pulled(kim));
    }
}
