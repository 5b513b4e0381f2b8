using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Reach;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>Which lanes can ever get a lead.</summary>
public sealed class LaneReachTests
{
    private static readonly string[] Sources = ["web", "mail", LeadLife.WalkInSource];
    private static readonly string?[] Products = ["ring", "watch", "brooch", null];
    private static readonly decimal?[] Values = [null, 500, 1000, 1500, 2000, 2500, 3000, 4000];
    private static readonly bool[] YesAndNo = [true, false];
    private static readonly RequestKind?[] Kinds = [null, RequestKind.Quote, RequestKind.Visit];

    [Fact]
    public void A_lane_below_one_that_takes_everything_is_shadowed_by_it()
    {
        var reach = Of(Lane("all", new(), Fallback.Managers), Lane("rings", Lanes.Product("ring")));
        Assert.Equal((LaneUse.Shadowed, "all"), (reach[1].Use, Assert.Single(reach[1].By)));
    }

    [Fact]
    public void A_lane_that_the_one_above_hands_on_to_is_not_called_dead()
    {
        var reach = Of(Lane("all", new()), Lane("rings", Lanes.Product("ring")));
        Assert.Equal(LaneUse.HandedOn, reach[1].Use);
        Assert.Equal(LaneUse.HandedOn, Of(Lane("all", new(), new Fallback("rings")), Lane("rings", Lanes.Product("ring")))[1].Use);
    }

    [Fact]
    public void Two_lanes_together_can_shadow_a_third()
    {
        var reach = Of(
            Lane("small", new() { ValueBelow = 1000 }, Fallback.Managers),
            Lane("large", new() { ValueAtLeast = 800 }, Fallback.Managers),
            Lane("middle", new() { ValueAtLeast = 500, ValueBelow = 2000 }),
            Lane("unknown", new()));
        Assert.Equal([LaneUse.Chosen, LaneUse.Chosen, LaneUse.Shadowed, LaneUse.Chosen], reach.Select(r => r.Use));
        Assert.Equal("small large", string.Join(' ', reach[2].By));
    }

    [Fact]
    public void Yes_and_no_together_leave_nothing()
    {
        var reach = Of(Lane("known", new() { KnownCustomer = true }, Fallback.Managers), Lane("new", new() { KnownCustomer = false }, Fallback.Managers), Lane("rest", new()));
        Assert.Equal(LaneUse.Shadowed, reach[2].Use);
    }

    [Fact]
    public void A_lane_for_a_source_that_is_not_there_can_get_nothing() =>
        Assert.Equal([LaneUse.Impossible, LaneUse.Chosen], Of(Lane("fax", new() { Source = ["fax"] }), Lane("web", new() { Source = ["WEB"] })).Select(r => r.Use));

    [Fact]
    public void A_longer_postcode_is_part_of_a_shorter_one()
    {
        var reach = Of(Lane("seattle", new() { PostcodePrefix = ["981"] }, Fallback.Managers), Lane("centre", new() { PostcodePrefix = ["98101"] }), Lane("state", new() { PostcodePrefix = ["98"] }));
        Assert.Equal([LaneUse.Chosen, LaneUse.Shadowed, LaneUse.Chosen], reach.Select(r => r.Use));
    }

    /// <summary>Against the engine itself: what is called dead is never chosen, and what is called alive is, by some lead.</summary>
    [Fact]
    public void What_is_said_of_a_lane_holds_for_every_lead()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var plan = Plan([.. Enumerable.Range(0, 6).Select(i => Lane($"l{i}", AnyFilter(random), Fallback.Managers))]);
            var lanes = new LanePlan(plan);
            var chosen = EveryLead().Select(l => lanes.Choose(l.Source, l.Facts)?.Key).ToHashSet(StringComparer.Ordinal);
            Assert.All(LaneReach.Of(plan), r => Assert.True(chosen.Contains(r.Lane) == (r.Use == LaneUse.Chosen), $"seed {seed}: {r.Lane} is called {r.Use}"));
        }
    }

    private static LaneFilter AnyFilter(Random random) => new()
    {
        Source = random.Next(3) == 0 ? ["web"] : [],
        Product = random.Next(2) == 0 ? [random.Next(2) == 0 ? "ring" : "Watch"] : [],
        ValueAtLeast = random.Next(3) == 0 ? random.Next(1, 3) * 1000 : null,
        ValueBelow = random.Next(3) == 0 ? 3000 : null,
        KnownCustomer = random.Next(3) == 0 ? random.Next(2) == 0 : null,
        RequestKind = random.Next(4) == 0 ? [RequestKind.Quote] : [],
    };

    private static IEnumerable<(string Source, Facts Facts)> EveryLead() =>
        from source in Sources
        from product in Products
        from value in Values
        from known in YesAndNo
        from kind in Kinds
        select (source, new Facts { Product = product, Value = value, KnownCustomer = known, RequestKind = kind });

    private static ImmutableArray<LaneReach> Of(params Lane[] lanes) => LaneReach.Of(Plan(lanes));

    private static FloorPlan Plan(Lane[] lanes) => new() { Sources = [new("web", "Web", "form"), new("mail", "Mail", "api")], Lanes = [.. lanes] };

    private static Lane Lane(string key, LaneFilter when, Fallback? then = null) => Lanes.Of("fairTurn", key) with { When = when, Fallback = then ?? Fallback.Next };
}
