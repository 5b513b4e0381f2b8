using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>Whoever needs longer has longer, and the customer does not wait for it: the next one is asked beside them (WCAG 2.2.1).</summary>
public sealed class LongerOfferTests
{
    private const double Usual = 90;
    private readonly World world = World.With(Lanes.Of("fairTurn"));
    private readonly RepId slow;

    public LongerOfferTests() => slow = world.Join(new RepTerms { LongerOffers = true });

    [Fact]
    public void The_next_one_is_asked_when_the_usual_time_is_over_and_whoever_takes_it_first_has_it()
    {
        var lead = world.Send();
        var next = world.Join();
        var offer = world.Of(lead).Offer!;
        Assert.Equal((slow, world.Now.AddSeconds(Usual), world.Now.AddSeconds(2 * Usual)), (offer.Rep, offer.NextAskedAt!.Value, offer.ExpiresAt));
        world.Pass(Usual - 1);
        Assert.Empty(world.Of(lead).Alerted);
        Assert.Equal(RefusalCode.Unknown, world.Claim(next, lead)!.Code);

        world.Pass(1);
        Assert.Equal((LeadState.Offered, slow), (world.Of(lead).State, world.OfferedTo(lead)));
        Assert.Equal([next], world.Of(lead).Alerted.Keys);
        world.Pass(5);
        Assert.Single(world.Happened<LeadEvent.Alerted>());
        LeadDesk.Tests.Floor.Audit.Indexes(world.Floor);

        Assert.Null(world.Claim(next, lead));
        Assert.Equal((LeadState.Owned, next), (world.Of(lead).State, world.Of(lead).Owner!.Value));
        Assert.Equal((null, 0, 0, 0d), (world.Of(slow).Offer, world.Of(slow).MissedInRow, world.Of(slow).Today.Passed, world.Received(slow)));
        Assert.Equal(1, world.Received(next));
        Assert.Equal(OfferEnd.Withdrawn, Assert.Single(world.Happened<LeadEvent.OfferEnded>()).Why);
        Assert.Equal(RefusalCode.OfferEnded, world.Accept(slow, lead)!.Code);
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void Whoever_has_longer_may_still_take_it_and_the_one_beside_them_is_told_who_has_it()
    {
        var lead = world.Send();
        var next = world.Join();
        world.Pass(Usual);
        Assert.Null(world.Accept(slow, lead));
        Assert.Equal((LeadState.Owned, slow), (world.Of(lead).State, world.Of(lead).Owner!.Value));
        Assert.Equal((RefusalCode.AlreadyTaken, slow), (world.Claim(next, lead)!.Code, world.Claim(next, lead)!.By!.Value));
        Assert.Equal((1d, 0d), (world.Received(slow), world.Received(next)));
        LeadDesk.Tests.Floor.Audit.Indexes(world.Floor);
    }

    [Fact]
    public void Where_nobody_else_is_there_the_next_who_comes_is_asked()
    {
        var lead = world.Send();
        world.Pass(Usual + 10);
        Assert.Empty(world.Of(lead).Alerted);
        var next = world.Join();
        world.Pass(1);
        Assert.Equal([next], world.Of(lead).Alerted.Keys);
        world.Pass(Usual);
        Assert.Equal(next, world.OfferedTo(lead));
        Assert.Empty(world.Of(lead).Alerted);
        Assert.Equal(1, world.Of(slow).MissedInRow);
    }

    [Fact]
    public void Nobody_is_asked_beside_an_offer_of_the_usual_length()
    {
        var quick = World.With(Lanes.Of("fairTurn"));
        quick.Join(2);
        var lead = quick.Send();
        Assert.Null(quick.Of(lead).Offer!.NextAskedAt);
        quick.Pass(Usual - 1);
        Assert.Empty(quick.Happened<LeadEvent.Alerted>());
    }
}
