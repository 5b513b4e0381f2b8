using LeadDesk.App.Account;
using LeadDesk.Tests.Api;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>So many in any stretch of time, and no more, whatever the rhythm of the calls.</summary>
public sealed class AllowancesTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly HandClock clock = new(new DateTimeOffset(2040, 11, 2, 10, 0, 0, 300, TimeSpan.Zero));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_stretch_sees_more_than_it_may_and_the_wait_that_is_told_is_enough(int seed)
    {
        var chance = new Random(seed);
        var most = chance.Next(1, 9);
        var allowances = new Allowances(clock, Minute);
        var taken = new Queue<DateTimeOffset>();
        for (var call = 0; call < 3_000; call++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(chance.Next(0, 9_000)));
            if (allowances.Take("web", most) is { } wait)
            {
                Assert.InRange(wait, TimeSpan.FromTicks(1), Minute);
                clock.Advance(wait);
                Assert.True(allowances.Take("web", most) is null, $"seed {seed}, call {call}: {wait} were not enough.");
            }

            taken.Enqueue(clock.GetUtcNow());
            while (taken.Peek() <= clock.GetUtcNow() - TimeSpan.FromSeconds(59))
            {
                taken.Dequeue();
            }

            Assert.True(taken.Count <= most, $"seed {seed}, call {call}: {taken.Count} of {most} within a minute.");
        }
    }

    [Fact]
    public void Whoever_is_refused_loses_nothing_by_asking_again()
    {
        var allowances = new Allowances(clock, Minute);
        Assert.Null(allowances.Take("web", 1));
        for (var second = 0; second < 59; second++)
        {
            Assert.NotNull(allowances.Take("web", 1));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(allowances.Take("web", 1));
    }

    [Fact]
    public void What_is_given_back_can_be_taken_again()
    {
        var allowances = new Allowances(clock, Minute);
        Assert.Null(allowances.Take("web", 1));
        clock.Advance(TimeSpan.FromSeconds(7));
        allowances.GiveBack("web");
        allowances.GiveBack("web");
        allowances.GiveBack("never-heard-of");

        Assert.Null(allowances.Take("web", 1));
        Assert.NotNull(allowances.Take("web", 1));
    }

    [Fact]
    public void A_flood_of_addresses_fills_no_memory_and_frees_nobody_who_goes_on_knocking()
    {
        var allowances = new Allowances(clock, Minute, mostKeys: 100);
        Assert.Null(allowances.Take("knocks", 1));
        for (var other = 0; other < 1_000; other++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            Assert.Null(allowances.Take($"address {other}", 1));
            Assert.NotNull(allowances.Take("knocks", 1));
        }

        Assert.InRange(allowances.Keys, 1, 100);
    }
}
