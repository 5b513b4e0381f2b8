using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>What is remembered for a fixed time.</summary>
public sealed class MemoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly Memory<string, int> empty = new(TimeSpan.FromMinutes(15));

    [Fact]
    public void What_was_forgotten_and_added_anew_runs_out_by_its_second_time()
    {
        var memory = empty.Add("a", 1, Start).Forget("a").Add("a", 2, Start.AddMinutes(5));

        var (then, none) = memory.At(Start.AddMinutes(15));
        Assert.Empty(none);
        Assert.Equal(2, then.Find("a"));
        Assert.Equal([(Start.AddMinutes(5), "a", 2)], memory.All);

        var (last, gone) = then.At(Start.AddMinutes(20));
        Assert.Equal("a", Assert.Single(gone));
        Assert.Empty(last.All);
    }

    [Fact]
    public void Whoever_remembers_only_what_is_still_known_forgets_at_the_same_time()
    {
        var memory = empty.Add("a", 1, Start).Forget("a").Add("a", 2, Start.AddMinutes(5));
        var copy = memory.All.Aggregate(empty, (m, item) => m.Add(item.Key, item.Value, item.At));

        for (var minute = 0; minute < 25; minute++)
        {
            Assert.Equal(memory.At(Start.AddMinutes(minute)).Memory.All, copy.At(Start.AddMinutes(minute)).Memory.All);
        }
    }
}
