using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>Somebody goes home: nothing new comes for the places that become free, and all is done or nothing.</summary>
public sealed class GoingHomeTests
{
    private static readonly RepId Kim = new(1);
    private static readonly RepId Lee = new(2);
    private static readonly FloorPlan Plan = new() { Sources = [new Source("web", "Web", "form")], Lanes = [Floors.Lane("push", "push")] };

    [Fact]
    public async Task What_is_given_back_does_not_come_back_and_neither_does_what_waited()
    {
        await using var house = await FullAsync();
        var mine = house.Floor.Person(Kim).Holdings.Leads.Keys.ToList();

        var answer = await house.Loop.SendAsync(new GoingHome(Actor.Person(Kim, "page"), null, "going home", Guid.NewGuid()));

        Assert.True(answer.IsDone);
        Assert.Null(answer.Decided.ActionId);
        Assert.Equal((Presence.Off, 0), (house.Floor.Person(Kim).Presence, house.Floor.Person(Kim).Holdings.Leads.Count));
        Assert.All(mine, l => Assert.Equal(LeadState.Waiting, house.Floor.Find(l)!.State));
        Assert.Equal(mine.Count, house.Ask("SELECT text FROM personal WHERE kind = 'reason' AND text = 'going home'").Count);
    }

    [Fact]
    public async Task What_is_handed_over_is_taken_back_as_one_and_what_cannot_be_is_not_begun()
    {
        await using var house = await FullAsync();
        var refused = await house.Loop.SendAsync(new GoingHome(Actor.Person(Kim, "page"), Lee, "going home", Guid.NewGuid()));
        Assert.Equal(RefusalCode.NotAvailable, refused.Refusal?.Code);
        Assert.Equal((Presence.Available, 2), (house.Floor.Person(Kim).Presence, house.Floor.Person(Kim).Holdings.Leads.Count));

        await house.AvailableAsync(Lee, Presence.WithCustomer);
        var done = await house.Loop.SendAsync(new GoingHome(Actor.Person(Kim, "page"), Lee, "going home", Guid.NewGuid()));
        Assert.Equal((Presence.Off, 0, 2), (house.Floor.Person(Kim).Presence, house.Floor.Person(Kim).Holdings.Leads.Count, house.Floor.Person(Lee).Holdings.Leads.Count));
        Assert.True((await house.Loop.SendAsync(new Undo(Actor.Person(Kim, "page"), done.Decided.ActionId!.Value))).IsDone);
        Assert.Equal((Presence.Available, 2, 0), (house.Floor.Person(Kim).Presence, house.Floor.Person(Kim).Holdings.Leads.Count, house.Floor.Person(Lee).Holdings.Leads.Count));
    }

    /// <summary>Kim has both her places full, and more waits.</summary>
    private static async Task<House> FullAsync()
    {
        var house = await House.OpenAsync(Plan, Floors.Rep with { WipLimit = 2 }, Floors.Rep);
        await house.AvailableAsync(Kim);
        for (var i = 0; i < 4; i++)
        {
            await house.ReceiveAsync("push", $"{i}@example.com");
        }

        Assert.Equal(2, house.Floor.Person(Kim).Holdings.Leads.Count);
        return house;
    }
}
