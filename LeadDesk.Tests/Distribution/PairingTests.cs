using LeadDesk.Domain.Credits;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M29: an owner and their coach on one turn, from the owner's account; the coach is credited with an assist.</summary>
public sealed class PairingTests
{
    private readonly World world = World.With(Lanes.Of("fairTurn") with { FirstAttemptMinutes = 6000 });
    private readonly RepId coach;
    private readonly RepId rep;

    public PairingTests()
    {
        (coach, rep) = (world.Join(presence: Presence.Off), world.Join(new RepTerms { WipLimit = 50 }));
        world.Agree(rep, t => t with { Coach = coach });
    }

    [Fact]
    public void Two_people_on_one_lead_are_one_entry_of_the_owners_account()
    {
        var lead = Owned();
        Assert.Equal((rep, coach), (world.Of(lead).Owner!.Value, world.Of(lead).Coach!.Value));
        Assert.Equal((1.0, 0.0), (world.Received(rep), world.Received(coach)));
        Assert.Equal(0, world.Floor.LedgerOf("lane").Balances());
        Assert.Equal((1, 0), (world.Of(rep).Holdings.Open, world.Of(coach).Holdings.Open));
        var receipt = world.Happened<LeadEvent.Offered>().Single().Receipt;
        Assert.Equal((rep, coach), (receipt.Chosen, receipt.Coach!.Value));
    }

    [Fact]
    public void A_win_is_the_owners_and_an_assist_the_coachs_once()
    {
        var lead = Owned();
        Assert.Null(world.Close(rep, lead, Outcome.Won));
        Assert.Equal([(rep, CreditKind.Close), (coach, CreditKind.Assist)], world.Happened<LeadEvent.Closed>().Single().Credits.Select(c => (c.Rep, c.Kind)));
        Assert.Equal((1, 1), (world.Of(rep).WorkIn(world.Today.Month).Sales, world.Of(coach).WorkIn(world.Today.Month).Assists));
        Assert.Equal(Dump.Of(world.Floor), Dump.Of(world.FoldedAgain()));
    }

    [Fact]
    public void It_is_between_the_two_of_them_and_the_coach_writes_nothing_on_it()
    {
        var other = world.Join(presence: Presence.Away);
        var lead = Owned();
        Assert.Equal(Reveal.All, Sight(coach, lead));
        Assert.Null(Sight(other, lead));
        Assert.Equal(RefusalCode.NotYours, world.Attempt(coach, lead)!.Code);
        Assert.Null(world.Release(rep, lead));
        Assert.Null(world.Of(lead).Coach);
        Assert.Null(Sight(coach, lead));
    }

    [Fact]
    public void Nobody_stands_by_who_left_and_what_was_begun_alone_stays_so()
    {
        world.Agree(rep, t => t with { Coach = null });
        var alone = Owned();
        world.Agree(rep, t => t with { Coach = coach });
        Assert.Null(world.Of(alone).Coach);
        world.Agree(coach, t => t with { Active = false });
        Assert.Null(world.Of(Owned()).Coach);
    }

    [Fact]
    public void Whom_a_coach_might_help_is_whoever_wins_far_less_on_enough_leads()
    {
        world.Agree(rep, t => t with { Coach = null });
        world.Plan(Lanes.Of("blindPull") with { FirstAttemptMinutes = 60_000 });
        var (good, weak, few) = (world.Join(new RepTerms { WipLimit = 500 }), world.Join(new RepTerms { WipLimit = 500 }), world.Join(new RepTerms { WipLimit = 500 }));
        History(good, 200, 120);
        History(weak, 60, 5);
        History(few, 19, 0);
        world.Pass(TimeSpan.FromDays(7));
        world.Do(r => r.Emit(new FloorEvent.DayOpened(world.Today.Day, world.Floor.Secret)));

        var hint = Assert.Single(Pairing.Of(world.Floor));
        Assert.Equal((weak, 60, 5), (hint.Rep, hint.Leads, hint.Wins));
        Assert.True(hint.Rate < hint.Bound && hint.Bound < hint.TeamRate);
        world.Agree(weak, t => t with { Coach = good });
        Assert.Empty(Pairing.Of(world.Floor));
    }

    private LeadId Owned()
    {
        var lead = world.Send();
        Assert.Null(world.Accept(rep, lead));
        return lead;
    }

    private Reveal? Sight(RepId viewer, LeadId lead) => Visibility.Of(world.Floor, viewer, world.Of(lead), world.Now, world.Today);

    private void History(RepId who, int leads, int wins)
    {
        for (var i = 0; i < leads; i++)
        {
            var lead = world.Send();
            Assert.Equal(lead, world.Pulled(who));
            Assert.Null(world.Close(who, lead, i < wins ? Outcome.Won : Outcome.Lost));
        }
    }
}
