using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>Rules that break, at the desk itself: others are served, nothing is lost, and managers read why.</summary>
public sealed class BrokenRuleTests
{
    private static readonly RepId Kim = new(1);
    private static readonly RepId Max = new(2);

    [Fact]
    public async Task A_lead_on_which_its_lane_breaks_is_held_in_words_over_a_restart_and_goes_on_under_new_rules()
    {
        await using var house = await House.OpenAsync(Plan([]), Floors.Rep, Floors.Manager);
        await house.AvailableAsync(Kim);

        var answers = await Gate.TogetherAsync(house.Loop, House.Receiving("bad", "a@example.com"), House.Receiving("good", "b@example.com"), House.Receiving("bad", "c@example.com"));

        Assert.All(answers, a => Assert.True(a.IsDone));
        Assert.Equal(Kim, house.Floor.Find(answers[1].Lead!.Value)!.Offer?.Rep);
        await house.ReopenAsync();
        await house.TickAsync(safety: true);
        var held = new Views(house.Floor, house.Floor.At, house.Get<DeskWording>().For(house.Floor)).Floor(Max).Held;
        Assert.Equal(answers.Where((_, i) => i != 1).Select(a => a.Lead!.Value.Value).Order(), held.Select(h => h.LeadId).Order());
        Assert.All(held, h => Assert.Contains("A rule did not work for it", h.Reason, StringComparison.Ordinal));

        Assert.True((await house.Loop.SendAsync(new PublishLanes(Actor.Person(Max, "api"), house.Floor.Plan.Plan, Plan([15, 30]).Lanes, "mended"))).IsDone);

        Assert.All(held, h => Assert.Equal("bad", house.Floor.Find(new LeadId(h.LeadId))!.Stay?.Lane));
        Assert.Equal(LeadDesk.Tests.Make.Dump.Of(house.Floor), LeadDesk.Tests.Make.Dump.Of(Floors.Folded(house.Events())));
    }

    private static FloorPlan Plan(int[] leftBehind) => new()
    {
        Sources = [new Source("web", "Web", "form")],
        Lanes =
        [
            Floors.Lane("bad", "blindPull") with { LeftBehindMinutes = [.. leftBehind], Fallback = Fallback.Managers },
            Floors.Lane("good", "fairTurn"),
        ],
    };
}
