using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Ledger;

/// <summary>One lead is shared to the last unit.</summary>
public sealed class ShareTests
{
    [Fact]
    public void One_lead_is_the_least_common_multiple_of_1_to_40()
    {
        var multiple = 1L;
        for (var n = 2L; n <= 40; n++)
        {
            multiple = multiple / Divisor(multiple, n) * n;
        }

        Assert.Equal(Share.One, multiple);

        static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Slices_add_up_to_exactly_one_lead_and_miss_the_true_share_by_less_than_a_unit(int seed)
    {
        var random = new Random(seed);
        for (var n = 1; n <= 60; n++)
        {
            for (var turn = 0; turn < 20; turn++)
            {
                var sharers = Enumerable.Range(1, n)
                    .Select(i => new Sharer(new RepId(i), random.Next(100, 5001) * (long)random.Next(1, 1001), random.Next(0, 5)))
                    .ToList();
                var slices = Share.Split(sharers);
                Assert.True(slices.Select(s => (Int128)s.Amount).Total() == Share.One, $"seed {seed}, {n} sharers");
                Assert.Equal(sharers.Select(s => s.Rep), slices.Select(s => s.Rep));
                var weights = sharers.Select(s => (Int128)s.Weight).Total();
                Assert.All(sharers.Zip(slices), pair =>
                {
                    var off = ((Int128)pair.Second.Amount * weights) - ((Int128)Share.One * pair.First.Weight);
                    Assert.True(Int128.Abs(off) < weights, $"seed {seed}, {n} sharers: {pair} is off by more than a unit");
                });
            }
        }
    }

    [Fact]
    public void Equal_shares_among_up_to_40_are_equal_to_the_unit()
    {
        for (var n = 1; n <= 40; n++)
        {
            var slices = Share.Split([.. Enumerable.Range(1, n).Select(i => new Sharer(new RepId(i), 1_000_000, i))]);
            Assert.All(slices, s => Assert.Equal(Share.One / n, s.Amount));
        }
    }

    [Fact]
    public void The_unit_left_over_goes_to_whoever_waited_longest()
    {
        var slices = Share.Split([.. Enumerable.Range(1, 41).Select(i => new Sharer(new RepId(i), 1, 100 - i))]);
        var more = slices.Where(s => s.Amount == (Share.One / 41) + 1).Select(s => s.Rep.Number).ToList();
        var left = (int)(Share.One % 41);
        Assert.Equal(Enumerable.Range(42 - left, left), more.Order());
    }

    [Fact]
    public void Nobody_to_share_with_or_no_weight_is_a_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Share.Split([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Share.Split([new Sharer(new RepId(1), 0, 0)]));
    }
}
