using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M35: a chain of lanes, tried in order as if each were the fallback of the one before.</summary>
public sealed class BlendTests
{
    private static readonly LaneFilter Nothing = Lanes.Product("nothing");
    private static readonly Lane Known = Lanes.Of("sticky", "known") with { When = Nothing, Fallback = Fallback.Managers };
    private static readonly Lane Rings = Lanes.Of("sharkTank", "rings") with { When = Nothing, Rings = [new Ring { Skill = "ring", ForSeconds = 60 }] };
    private static readonly Lane Turn = Lanes.Of("fairTurn", "turn") with { When = Nothing, Fallback = Fallback.Managers, FirstAttemptMinutes = 30 };
    private static readonly Lane Blend = Lanes.Blend("blend", "known", "rings", "turn") with { Fallback = new Fallback("rest") };
    private static readonly Lane Rest = Lanes.Of("cherryPick", "rest") with { When = Nothing, Fallback = Fallback.Managers };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_blend_is_the_chain(int seed)
    {
        var blend = Story(seed, Blend, Known, Rings, Turn, Rest);
        var chain = Story(seed, Known with { When = LaneFilter.Everything, Fallback = new Fallback("rings") }, Rings with { Fallback = new Fallback("turn") }, Turn with { Fallback = new Fallback("rest") }, Rest);
        Assert.Equal(chain, blend);
    }

    [Fact]
    public void It_goes_step_by_step_and_then_where_the_blend_says()
    {
        var world = World.With(Blend, Known, Rings, Turn, Rest);
        world.Join();
        var lead = world.Send();
        Assert.Equal("rings", world.Of(lead).Stay!.Lane);
        world.Pass(60);
        Assert.Equal("turn", world.Of(lead).Stay!.Lane);
        Assert.Equal(["blend", "known", "rings"], world.Of(lead).LanesTried.AsEnumerable().SkipLast(1));
        world.Live(TimeSpan.FromMinutes(60), 30);
        Assert.Contains(world.Happened<LeadEvent.Entered>(), e => e.Stay is { Lane: "rest", Blend: null });
    }

    [Fact]
    public void The_receipt_lists_the_steps_and_keeps_them_when_the_blend_is_edited()
    {
        var world = World.With(Blend, Known, Rings, Turn, Rest);
        world.Join();
        var lead = world.Send();
        world.Pass(60);
        world.Plan(Lanes.Blend("blend", "turn") with { Version = 2 }, Turn, Rest);
        var receipt = Assert.Single(world.Happened<LeadEvent.Offered>(), o => o.Lead == lead).Receipt;
        Assert.Equal(new BlendSteps("blend", 1, new(["known", "rings", "turn"])), receipt.Steps);
        Assert.Null(Offered(World.With(Turn with { When = LaneFilter.Everything })).Steps);
    }

    [Fact]
    public void What_waits_in_a_lane_that_becomes_a_blend_goes_on_to_its_steps()
    {
        var world = World.With(Lanes.Of("cherryPick", "blend"), Turn);
        world.Join();
        var lead = world.Send();
        world.Plan(Blend with { Version = 2 }, Known, Turn, Rest);
        Assert.Equal(("turn", LeadState.Offered), (world.Of(lead).Stay!.Lane, world.Of(lead).State));
    }

    [Fact]
    public void A_step_that_is_a_blend_itself_counts_as_its_steps()
    {
        var world = World.With(Lanes.Blend("outer", "blend", "rest"), Blend with { When = Nothing }, Known, Rings, Turn, Rest);
        var outer = world.Floor.Plan.Find("outer")!;
        Assert.Equal(["known", "rings", "turn", "rest"], world.Floor.Plan.StepsOf(outer).Select(s => s.Key));
    }

    [Fact]
    public void The_customers_due_is_that_of_the_blend()
    {
        var world = World.With(Blend with { FirstAttemptMinutes = 12 }, Known, Rings, Turn, Rest);
        world.Join();
        Assert.Equal(world.Now.AddMinutes(12), world.Of(world.Send()).Due!.Due);
    }

    /// <summary>Every lead ends owned, with the managers, or closed, and never waits while somebody is eligible.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void No_lead_is_lost_on_the_way(int seed)
    {
        var world = new World(seed).Plan(Blend, Known, Rings, Turn, Rest);
        var reps = Enumerable.Range(0, 4).Select(i => world.Join(Terms(i))).ToList();
        for (var minute = 0; minute < 200; minute++)
        {
            Live(world, reps, minute, send: minute < 60);
            Floor.Audit.NobodyWaits(world.Floor, world.Now);
        }

        Assert.All(world.Floor.Leads.Values, l => Assert.True(l.Owner is not null || l.WithManagersSince is not null || l.IsClosed, $"seed {seed}: {l.Id} is {l.State} in {l.Stay?.Lane}"));
    }

    private static Receipt Offered(World world)
    {
        world.Join();
        world.Send();
        return world.Happened<LeadEvent.Offered>().Single().Receipt;
    }

    // Weights that never tie, so that no dice, which are thrown by the number of the log, decide.
    private static RepTerms Terms(int i) => new() { WipLimit = 3, WeightThousandths = 900 + (i * 137), Skills = i == 0 ? Sorted.None<int>().Add("ring", 1) : Sorted.None<int>() };

    private static void Live(World world, IReadOnlyList<RepId> reps, int minute, bool send)
    {
        if (send)
        {
            world.Send(known: world.Random.Next(3) == 0 ? reps[world.Random.Next(reps.Count)] : null);
        }

        foreach (var rep in reps)
        {
            if (world.Of(rep).Offer is { } offer)
            {
                _ = world.Random.Next(3) switch { 0 => world.Accept(rep, offer), 1 => world.PassOn(rep, offer), _ => null };
            }
            else if (world.Random.Next(4) == 0 && world.Floor.Leads.Values.Where(l => l.Alerted.ContainsKey(rep)).OrderBy(l => l.ReceivedSeq).FirstOrDefault() is { } rings)
            {
                world.Claim(rep, rings.Id);
            }
            else if (world.Of(rep).Holdings.Leads.Keys.OrderBy(l => world.Of(l).ReceivedSeq).FirstOrDefault() is var mine && mine != default && world.Random.Next(5) == 0)
            {
                world.Attempt(rep, mine, result: AttemptResult.Reached);
                world.Close(rep, mine);
            }

            if (world.Random.Next(8) == 0)
            {
                world.Set(rep, minute < 150 && world.Random.Next(3) == 0 ? Presence.Break : Presence.Available);
            }
        }

        world.Live(TimeSpan.FromMinutes(1), 15);
    }

    /// <summary>Who was asked, who rang, who had it, and where it went, without the numbers of the log.</summary>
    private static List<string> Story(int seed, params Lane[] lanes)
    {
        var world = new World(seed).Plan(lanes);
        var reps = Enumerable.Range(0, 4).Select(i => world.Join(Terms(i))).ToList();
        for (var minute = 0; minute < 60; minute++)
        {
            Live(world, reps, minute, send: true);
        }

        return [.. world.Events.Select(e => e.Event switch
        {
            LeadEvent.Entered { Stay.Lane: not "blend" } s => $"{e.At:u} {s.Lead} in {s.Stay.Lane}",
            LeadEvent.Offered s => $"{e.At:u} {s.Lead} offered to {s.Rep}",
            LeadEvent.Alerted s => $"{e.At:u} {s.Lead} rings at {string.Join(' ', s.To)}",
            LeadEvent.Taken s => $"{e.At:u} {s.Lead} taken by {s.Rep}",
            LeadEvent.ToManagers s => $"{e.At:u} {s.Lead} to the managers",
            _ => "",
        }).Where(l => l.Length > 0)];
    }
}
