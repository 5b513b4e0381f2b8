using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>M5: in which order leads that wait come, and that none of them starves.</summary>
public sealed class OrderTests
{
    public static TheoryData<LeadOrder> Orders => [.. Enum.GetValues<LeadOrder>()];

    [Theory]
    [InlineData(LeadOrder.Fifo, "old", "middle", "new")]
    [InlineData(LeadOrder.Lifo, "new", "middle", "old")]
    [InlineData(LeadOrder.Score, "middle", "old", "new")]
    [InlineData(LeadOrder.Deadline, "old", "middle", "new")]
    public void The_lanes_order_decides_who_is_next(LeadOrder order, params string[] expected)
    {
        var world = World.With(Lanes.Of("blindPull") with { Order = order });
        var rep = world.Join();
        Send(world, "new", 1, 10);
        Send(world, "old", 30, 50);
        Send(world, "middle", 10, 90);
        Assert.Equal(expected, expected.Select(_ => world.Of(world.Pulled(rep)).Facts.Product));
    }

    [Fact]
    public void What_is_hot_comes_first_unless_it_has_gone_cold()
    {
        // With the same age the score decides; half an hour of age weighs as much as e times the score.
        var world = World.With(Lanes.Of("blindPull") with { Order = LeadOrder.Hot });
        var rep = world.Join();
        Send(world, "good but cold", 50, 90);
        Send(world, "fair and fresh", 1, 40);
        Send(world, "poor and fresh", 1, 2);
        Assert.Equal(["fair and fresh", "good but cold", "poor and fresh"], Enumerable.Range(0, 3).Select(_ => world.Of(world.Pulled(rep)).Facts.Product));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_lead_older_than_the_limit_is_next_whatever_the_order(LeadOrder order)
    {
        var world = World.With(Lanes.Of("blindPull") with { Order = order, MaxAgeMinutes = 45 });
        var rep = world.Join();
        Send(world, "starved", 46, 1);
        Send(world, "fresh", 1, 99);
        Send(world, "middle", 44, 50);
        Assert.Equal("starved", world.Of(world.Pulled(rep)).Facts.Product);
        Assert.NotEqual("starved", world.Of(world.Pulled(rep)).Facts.Product);
    }

    private static void Send(World world, string name, int minutes, int score) => world.Send(new Facts { Product = name, Score = score }, TimeSpan.FromMinutes(minutes));
}
