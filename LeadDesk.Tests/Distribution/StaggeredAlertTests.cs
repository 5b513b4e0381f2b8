using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M11: first those with history or the specialists, then the team, then all on shift; each ring adds people, the first claim wins.</summary>
public sealed class StaggeredAlertTests
{
    private static readonly Facts Ring = new() { Product = "Ring" };
    private readonly World world = World.With(Lanes.Of("staggeredAlert"), Lanes.Of("fairTurn", "below"));
    private readonly RepId specialist;
    private readonly RepId known;
    private readonly RepId team;
    private readonly RepId other;

    public StaggeredAlertTests()
    {
        specialist = world.Join(new RepTerms { Skills = Sorted.None<int>().Add("ring", 1) });
        known = world.Join();
        team = world.Join(new RepTerms { Teams = ["sales"] });
        other = world.Join();
    }

    [Fact]
    public void At_0_60_and_180_seconds_each_ring_adds_its_people()
    {
        var lead = world.Send(Ring, known: known);
        Assert.Equal([specialist, known], world.Of(lead).Alerted.Keys);
        Assert.NotNull(world.Claim(other, lead));
        world.Pass(59);
        Assert.Equal([specialist, known], world.Of(lead).Alerted.Keys);
        world.Pass(1);
        Assert.Equal([specialist, known, team], world.Of(lead).Alerted.Keys);
        world.Pass(119);
        Assert.Equal(3, world.Of(lead).Alerted.Count);
        world.Pass(1);
        Assert.Equal([specialist, known, team, other], world.Of(lead).Alerted.Keys);
        Assert.Null(world.Claim(other, lead));
    }

    [Fact]
    public void A_claimed_lead_alerts_no_further_ring()
    {
        var lead = world.Send(Ring, known: known);
        world.Pass(59.9);
        Assert.Null(world.Claim(specialist, lead));
        world.Live(TimeSpan.FromMinutes(4), 15);
        Assert.DoesNotContain(world.Happened<LeadEvent.Alerted>(), a => a.To.Contains(team) || a.To.Contains(other));
        Assert.DoesNotContain(world.Happened<LeadEvent.RingOpened>(), r => r.Ring > 0);
    }

    [Fact]
    public void No_customer_waits_for_a_ring_without_anybody()
    {
        world.Set(specialist, Presence.Break);
        var lead = world.Send(Ring);
        Assert.Equal([team], world.Of(lead).Alerted.Keys);

        // Who comes is of the ring before, so they hear it too.
        world.Set(specialist, Presence.Available);
        Assert.Equal([specialist, team], world.Of(lead).Alerted.Keys);
    }

    [Fact]
    public void The_rings_of_the_lane_are_asked_instead_where_it_names_some_but_history_still_comes_first()
    {
        world.Plan(Lanes.Of("staggeredAlert") with { Version = 2, Rings = [new Ring { Team = "sales", ForSeconds = 30 }, new Ring()] });
        var lead = world.Send(Ring, known: known);
        Assert.Equal([known, team], world.Of(lead).Alerted.Keys);
        world.Pass(30);
        Assert.Equal(4, world.Of(lead).Alerted.Count);
    }

    [Fact]
    public void Nobody_claims_and_it_goes_on()
    {
        var lead = world.Send(Ring, known: known);
        world.Live(TimeSpan.FromSeconds(240), 5);
        Assert.Equal("below", world.Of(lead).Stay!.Lane);
    }
}
