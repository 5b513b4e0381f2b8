using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>Leads dragged onto a person with the mouse: what R and Move… do, only by hand.</summary>
public sealed class FloorDragTests(ShopFixture fixture) : IClassFixture<ShopFixture>
{
    [BrowserFact]
    public async Task A_lead_is_dragged_onto_a_person_and_undo_takes_it_back()
    {
        var floor = await FloorAsync(2);
        await ReadyAsync(floor, "Kim Alvarez");

        await Row(floor, "Lead 0").DragToAsync(Person(floor, "Kim Alvarez"));

        await Expect(floor.Locator(".toast")).ToContainTextAsync("Lead 0 moved to Kim Alvarez");
        await Expect(Row(floor, "Lead 0").Locator(".owner")).ToHaveTextAsync("Kim Alvarez");
        Assert.False(await floor.EvaluateAsync<bool>("() => document.documentElement.hasAttribute('data-dragging')"));
        await floor.Keyboard.PressAsync("z");
        await Expect(floor.Locator(".floor-row .owner.nobody")).ToHaveCountAsync(2);
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task One_of_several_chosen_takes_the_others_along()
    {
        var floor = await FloorAsync(3);
        await ReadyAsync(floor, "Kim Alvarez");
        await Row(floor, "Lead 0").Locator("input[data-choose]").ClickAsync();
        await Row(floor, "Lead 2").Locator("input[data-choose]").ClickAsync();
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("2 chosen");

        await Row(floor, "Lead 2").DragToAsync(Person(floor, "Kim Alvarez"));

        await Expect(floor.Locator(".toast")).ToContainTextAsync("2 leads moved to Kim Alvarez.");
        await Expect(Row(floor, "Lead 1").Locator(".owner.nobody")).ToHaveCountAsync(1);
        await Expect(floor.Locator("#floor-leads")).ToHaveTextAsync("Open leads");
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task Let_go_over_the_queue_a_lead_is_placed_anew_by_the_rules()
    {
        var floor = await FloorAsync(2);
        await ReadyAsync(floor, "Kim Alvarez");
        var queue = floor.Locator("[data-drop][data-id=queue]");
        await Expect(queue.Locator(".queue-drop")).ToBeHiddenAsync();
        await Row(floor, "Lead 0").DragToAsync(Person(floor, "Kim Alvarez"));
        await Expect(Row(floor, "Lead 0").Locator(".owner")).ToHaveTextAsync("Kim Alvarez");

        await Row(floor, "Lead 0").DragToAsync(queue);

        await Expect(floor.Locator(".toast")).ToContainTextAsync("Lead 0");
        await Expect(floor.Locator(".floor-row .owner.nobody")).ToHaveCountAsync(2);
        await floor.Keyboard.PressAsync("z");
        await Expect(Row(floor, "Lead 0").Locator(".owner")).ToHaveTextAsync("Kim Alvarez");

        await Row(floor, "Lead 1").DragToAsync(queue);
        await Expect(floor.Locator(".toast")).ToContainTextAsync("It waits in the queue already.");
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task Who_is_off_is_given_nothing_by_a_slip_of_the_hand()
    {
        var floor = await FloorAsync(1);
        await PresenceAsync(floor, "Dana Wu", "Off");

        await Row(floor, "Lead 0").DragToAsync(Person(floor, "Dana Wu"));

        await Expect(floor.Locator(".toast")).ToContainTextAsync("Dana Wu is off, so nothing was moved.");
        await Expect(floor.Locator(".floor-row .owner.nobody")).ToHaveCountAsync(1);
        await DoneAsync(floor);
    }

    [BrowserFact]
    public async Task Under_a_finger_nothing_is_dragged()
    {
        var floor = await FloorAsync(1, touch: true);
        var row = Row(floor, "Lead 0");
        await row.Locator(".who").TapAsync();
        Assert.False(await row.EvaluateAsync<bool>("r => r.draggable"));
        await DoneAsync(floor);
    }

    private static ILocator Row(IPage floor, string name) => floor.Locator(".floor-row").Filter(new() { HasText = name });

    private static ILocator Person(IPage floor, string name) => floor.Locator(".person").Filter(new() { HasText = name });

    private static Task ReadyAsync(IPage floor, string name) => PresenceAsync(floor, name, "Available");

    private static async Task PresenceAsync(IPage floor, string name, string presence)
    {
        var person = Person(floor, name);
        await person.Locator("[data-verb=change]").ClickAsync();
        await person.Locator($"[data-verb=presence][data-value={presence}]").ClickAsync();
        await Expect(person.Locator($".dot[data-presence={presence}]")).ToHaveCountAsync(1);
    }

    /// <summary>The manager's floor with so many leads that wait for nobody.</summary>
    private async Task<IPage> FloorAsync(int leads, bool touch = false)
    {
        var floor = await fixture.SignInAsync("mo@example.com", touch: touch);
        for (var i = 0; i < leads; i++)
        {
            await fixture.Shop.PostLeadAsync($"Lead {i}", "necklace");
        }

        await Expect(floor.Locator(".floor-row")).ToHaveCountAsync(leads);
        return floor;
    }

    private async Task DoneAsync(IPage floor)
    {
        await floor.Context.CloseAsync();
        await fixture.Shop.ClearAsync();
    }
}
