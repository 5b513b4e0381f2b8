using LeadDesk.App.Desk;
using LeadDesk.App.Live;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>One intent, one command, however often it was clicked.</summary>
public sealed class IntentsTests
{
    private static readonly RepId Kim = new(1);
    private static readonly RepId Lou = new(2);
    private static readonly Answer Done = new(new Decided(200), SalesFloor.Empty);
    private readonly MovedClock clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Intents intents;
    private int asked;

    public IntentsTests() => intents = new(clock);

    [Fact]
    public async Task The_second_half_of_a_double_click_gets_the_first_ones_answer()
    {
        var first = await OnceAsync(Kim, "next");
        clock.Advance(TimeSpan.FromMilliseconds(300));
        var second = await OnceAsync(Kim, "next");

        Assert.Same(first, second);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task While_the_first_is_on_its_way_the_second_waits_for_it()
    {
        var done = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = intents.OnceAsync(Kim, ("it", "next"), () => done.Task);
        clock.Advance(TimeSpan.FromMinutes(1));
        var second = OnceAsync(Kim, "next");
        done.SetResult(Done);

        Assert.Same(await first, await second);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task A_second_later_other_people_and_other_things_are_asked_for_anew()
    {
        await OnceAsync(Kim, "next");
        await OnceAsync(Lou, "next");
        await OnceAsync(Kim, "attempt");
        clock.Advance(TimeSpan.FromSeconds(1));
        await OnceAsync(Kim, "next");

        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task What_was_refused_may_be_asked_again_at_once()
    {
        await OnceAsync(Kim, "next", Done with { Unavailable = new(Standstill.Silent, "not now") });
        await Assert.ThrowsAsync<InvalidOperationException>(() => intents.OnceAsync(Kim, "next", () => throw new InvalidOperationException("a bug")));
        await OnceAsync(Kim, "next");

        Assert.Equal(2, asked);
    }

    private Task<Answer> OnceAsync(RepId person, string what, Answer? answer = null) => intents.OnceAsync(person, ("it", what), () =>
    {
        asked++;
        return Task.FromResult(answer ?? Done);
    });
}
