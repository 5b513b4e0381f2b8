using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M9: everybody hears it, the first claim wins.</summary>
public sealed class SharkTankTests
{
    [Fact]
    public void Where_more_rings_than_anybody_can_look_at_the_longest_waiting_are_shown_and_the_next_one_follows()
    {
        var world = World.With(Lanes.Of("sharkTank"));
        var rep = world.Join();
        var leads = Enumerable.Range(0, 60).Select(_ =>
        {
            world.Pass(1);
            return world.Send();
        }).ToList();
        var desk = new Views(world.Floor, world.Now, PlainWords.All).Desk(rep);
        Assert.True(desk.AlertsMore);
        Assert.Equal(leads.Take(50).Select(l => l.Value), desk.Alerts.Select(a => a.LeadId));

        // Not shown is not withheld: it may be taken all the same.
        Assert.Null(world.Claim(rep, leads[55]));
        Assert.Null(world.Claim(rep, leads[0]));
        Assert.Equal(leads.Skip(1).Take(50).Select(l => l.Value), new Views(world.Floor, world.Now, PlainWords.All).Desk(rep).Alerts.Select(a => a.LeadId));
    }

    [Fact]
    public void Of_50_claims_one_wins_and_49_are_told_who_and_when()
    {
        var world = World.With(Lanes.Of("sharkTank"));
        var reps = world.Join(50);
        var lead = world.Send();
        Assert.Equal(50, world.Of(lead).Alerted.Count);
        world.Pass(2);
        var taken = world.Now;
        var answers = reps.Select(r =>
        {
            world.Now = world.Now.AddMilliseconds(3);
            return world.Claim(r, lead);
        }).ToList();

        Assert.Null(answers[0]);
        Assert.All(answers.Skip(1).Select((no, i) => (no, i)), a =>
        {
            Assert.Equal((RefusalCode.AlreadyTaken, reps[0]), (a.no!.Code, a.no.By));
            Assert.Equal(taken.AddMilliseconds(3), a.no.At);
            Assert.Equal((a.i + 1) * 3, a.no.MarginMs);
        });
        var entry = Assert.Single(world.Happened<LeadEvent.Taken>()).Entry!;
        Assert.Equal(reps[0], Assert.Single(entry.Slices).Rep);
        Assert.Equal(1, world.Received(reps[0]));
        Assert.All(reps, r => Assert.Equal(0, world.Balance(r)));
    }

    [Fact]
    public void People_who_are_away_hear_nothing_and_whoever_comes_is_alerted_then()
    {
        var world = World.With(Lanes.Of("sharkTank"));
        var here = world.Join();
        var away = world.Join(presence: Presence.Away);
        var lead = world.Send();
        Assert.Equal([here], world.Of(lead).Alerted.Keys);
        Assert.Equal(RefusalCode.Unknown, world.Claim(away, lead)!.Code);

        world.Pass(20);
        world.Set(away, Presence.Available);
        Assert.Equal(world.Now, world.Of(lead).Alerted[away]);
        Assert.Null(world.Claim(away, lead));
    }

    [Fact]
    public void Unclaimed_it_rings_again_and_then_goes_on()
    {
        var world = World.With(Lanes.Of("shotgun") with { Rings = [new Ring { Skill = "ring", Level = 2 }, new Ring()] }, Lanes.Of("fairTurn", "below"));
        var plain = world.Join();
        var expert = world.Join(new RepTerms { Skills = Skill("ring", 2) });
        var lead = world.Send();
        Assert.Equal([expert], world.Of(lead).Alerted.Keys);
        world.Pass(59);
        Assert.Equal([expert], world.Of(lead).Alerted.Keys);
        world.Pass(1);
        Assert.Equal([plain, expert], world.Of(lead).Alerted.Keys);
        world.Pass(60);
        Assert.Equal("below", world.Of(lead).Stay!.Lane);
    }

    [Fact]
    public void A_claim_before_the_alert_can_be_read_is_too_early()
    {
        var world = World.With(Lanes.Of("sharkTank") with { AlertMinMs = 250 });
        var rep = world.Join();
        var lead = world.Send();
        world.Now = world.Now.AddMilliseconds(249);
        Assert.Equal(RefusalCode.TooEarly, world.Claim(rep, lead)!.Code);
        world.Now = world.Now.AddMilliseconds(1);
        Assert.Null(world.Claim(rep, lead));
    }

    [Fact]
    public void A_burned_claim_cools_down()
    {
        var world = World.With(Lanes.Of("sharkTank") with { CoolDownSeconds = 600 });
        var (rep, other) = (world.Join(), world.Join());
        var lead = world.Send();
        world.Claim(rep, lead);
        world.Pass(300);
        Assert.Equal([other], world.Of(lead).Alerted.Keys);
        var next = world.Send();
        Assert.Contains(new PassedOver(rep, Test.E9), world.Field(next).PassedOver);
        Assert.Equal([other], world.Of(next).Alerted.Keys);
        world.Live(TimeSpan.FromSeconds(60), 15);
        Assert.Equal(RefusalCode.NotOffered, world.Claim(rep, lead)!.Code);
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, int> Skill(string skill, int level) =>
        Sorted.None<int>().Add(skill, level);
}
