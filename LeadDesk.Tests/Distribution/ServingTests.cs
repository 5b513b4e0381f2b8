using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>A look at what waits. That it finds everything there is to give is checked in the random worlds, after every round.</summary>
public sealed class ServingTests
{
    private const int Few = 100;
    private const int Many = 16 * Few;
    private static readonly string[] Products = ["ring", "watch", "chain"];

    public static TheoryData<string> Choosy => ["productSpecialist", "staggeredAlert", "companySize"];

    [Theory]
    [MemberData(nameof(Choosy))]
    public void A_look_costs_what_there_is_to_give_and_not_what_waits(string method)
    {
        var few = CostOfALook(method, Few);
        var many = CostOfALook(method, Many);
        Assert.True(many < 2 * few, $"a look among {Few} takes {few} bytes, among {Many} {many}");
    }

    [Fact]
    public void Whoever_comes_has_the_first_that_they_may_have_of_many()
    {
        var world = World.With(Lanes.Of("productSpecialist") with { Rings = [new Ring { ForSeconds = 100_000 }, new Ring()] });
        world.Join(new RepTerms { WipLimit = 200, Skills = Sorted(("watch", 2), ("chain", 2)) }, Presence.Break);
        var rings = world.Join(new RepTerms { WipLimit = 200, Skills = Sorted(("ring", 2)) }, Presence.Break);
        var sent = Enumerable.Range(0, Few).Select(i => world.Send(new Facts { Product = Products[(i + 1) % Products.Length] })).ToList();
        Assert.All(sent, l => Assert.NotNull(world.Of(l).Stay!.HeldSince));
        world.Set(rings, Presence.Available);
        Assert.Equal(rings, world.OfferedTo(sent.First(l => world.Of(l).Facts.Product == "ring")));
        Assert.Equal(Few - 1, sent.Count(l => world.Of(l).State == LeadState.Waiting));
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, int> Sorted(params (string Skill, int Level)[] skills) =>
        Domain.Sorted.None<int>().AddRange(skills.Select(s => KeyValuePair.Create(s.Skill, s.Level)));

    /// <summary>What it takes to find that nobody may have any of so many leads, in bytes.</summary>
    private static long CostOfALook(string method, int leads)
    {
        var world = World.With(Lanes.Of(method));
        world.Join(20, new RepTerms { Seniority = 1 });
        foreach (var rep in world.Floor.People)
        {
            world.Set(rep.Number, Presence.Break);
        }

        for (var i = 0; i < leads; i++)
        {
            world.Send(new Facts { Product = Products[i % Products.Length], CompanySize = 300 });
        }

        var lane = world.Floor.Plan.Lanes[0].Key;
        Engine.Dispatch(new Round(world.Floor, world.Now, Actor.Desk), lane);
        var round = new Round(world.Floor, world.Now, Actor.Desk);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Engine.Dispatch(round, lane);
        var took = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Empty(round.Events);
        return took;
    }
}
