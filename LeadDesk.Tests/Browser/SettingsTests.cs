using System.Text.Json;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LeadDesk.Tests.Browser;

/// <summary>Settings of one's own for everybody; those of the floor for the admin, typed, found, discarded, saved.</summary>
public sealed class SettingsTests
{
    private const string Floor = """
        {
          "people": [
            { "name": "Ada Berg", "email": "ada@example.com", "role": "admin", "password": "a long enough password 7" },
            { "name": "Kim Alvarez", "userName": "kim.a", "password": "a long enough password 7" }
          ],
          "locations": [ { "key": "green-lake", "name": "Green Lake", "hours": { "mon-fri": ["10:00-19:00"] } } ],
          "sources": [ { "key": "web", "name": "Website", "kind": "form" } ],
          "lanes": [ { "key": "everyone", "name": "Everything", "when": {}, "method": "cherryPick", "fallback": "managers" } ]
        }
        """;

    [BrowserFact]
    public async Task The_admin_finds_types_discards_and_saves_and_wrong_values_are_named()
    {
        await using var host = new ShopHost(Floor);
        host.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var ada = await ShopFixture.SignInAsync(browser, host.Url, "ada@example.com");
        await ada.GotoAsync("/settings");
        await Expect(ada.Locator("#p-0-hours")).ToHaveValueAsync("mon-fri 10:00-19:00");
        await Expect(ada.Locator(".unsaved")).ToHaveCountAsync(0);

        await ada.FillAsync("#settings-find", "holidays");
        await Expect(ada.Locator("#places")).ToBeVisibleAsync();
        await Expect(ada.Locator("#theme")).ToBeHiddenAsync();
        await ada.FillAsync("#settings-find", "");

        await ada.FillAsync("#p-0-name", "Blue Lake");
        await Expect(ada.Locator(".unsaved")).ToBeVisibleAsync();
        await ada.Locator(".unsaved .btn:not(.primary)").ClickAsync();
        await Expect(ada.Locator("#p-0-name")).ToHaveValueAsync("Green Lake");
        await Expect(ada.Locator(".unsaved")).ToHaveCountAsync(0);

        await ada.FillAsync("#p-0-hours", "mon-fri 25:00");
        await ada.FillAsync("#f-accent", "#ffcc00");
        await Expect(ada.Locator("#f-accent-look")).ToContainTextAsync("too little");
        await ada.Keyboard.PressAsync("Control+Enter");
        await Expect(ada.Locator("#floor-form [role=alert]")).ToContainTextAsync("Places, hours, holidays");
        await Expect(ada.Locator("#p-0-hours")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Null(host.Services.GetRequiredService<CommittedFloor>().Now.Plan.Plan.Branding);

        await ada.Locator("#f-accent-look .btn").ClickAsync();
        await Expect(ada.Locator("#f-accent-look")).ToContainTextAsync("fine");
        await ada.FillAsync("#p-0-hours", "mon-sat 9:00-18:00");
        await ada.FillAsync("#p-0-days", "2026-12-25");
        await ada.FillAsync("#goals tbody tr:first-child td:nth-of-type(1) input", "12");
        await ada.FillAsync("#o-Lost", "Bought elsewhere\nNo budget");
        await ada.FillAsync("#f-replies", "Hello [customer], this is [me].");
        await ada.Locator(".unsaved .primary").ClickAsync();
        await Expect(ada.Locator(".toast")).ToContainTextAsync("Saved");
        await Expect(ada.Locator(".unsaved")).ToHaveCountAsync(0);
        var plan = host.Services.GetRequiredService<CommittedFloor>().Now.Plan.Plan;
        Assert.Equal(12, plan.Lanes[0].FirstAttemptMinutes);
        Assert.Equal(["Hello [customer], this is [me]."], plan.Replies.AsEnumerable());
        Assert.Equal(["Bought elsewhere", "No budget"], plan.Outcomes["lost"].AsEnumerable());
        Assert.Single(plan.Locations[0].Hours.Holidays);
        Assert.NotNull(plan.Branding?.Accent);
        await ada.ReloadAsync();
        Assert.Contains(plan.Branding.Accent, await ada.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).getPropertyValue('--ld-primary')"), StringComparison.OrdinalIgnoreCase);

        await ada.Locator("#source-tokens-name").FillAsync("The website");
        await ada.Locator("#source-tokens .btn-row .btn").Last.ClickAsync();
        await Expect(ada.Locator("#source-tokens-made")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^ld_", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        // A file is looked at first: what is wrong with it, then what it would change; it comes into force when it is applied, not before.
        await ChooseAsync(ada, new { currency = "euros" });
        await Expect(ada.Locator("#file [role=alert]")).ToContainTextAsync("three capital letters");
        await ChooseAsync(ada, new { currency = "EUR" });
        await Expect(ada.Locator("[data-file-preview] li")).ToHaveCountAsync(1);
        await Expect(ada.Locator("#file [role=alert]")).ToHaveCountAsync(0);
        await ada.Locator("[data-file-drop]").ClickAsync();
        await Expect(ada.Locator("[data-file-apply]")).ToHaveCountAsync(0);
        Assert.Equal("USD", host.Services.GetRequiredService<CommittedFloor>().Now.Plan.Plan.Currency);
        await ChooseAsync(ada, new { currency = "EUR" });
        await ada.Locator("[data-file-apply]").ClickAsync();
        await Expect(ada.Locator("#f-currency")).ToHaveValueAsync("EUR");
        await Expect(ada.Locator(".health dt")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task What_is_wrong_with_a_setting_is_said_in_German_to_whoever_reads_German()
    {
        await using var host = new ShopHost(Floor);
        host.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var ada = await ShopFixture.SignInAsync(browser, host.Url, "ada@example.com", locale: "de-DE");
        await ada.GotoAsync("/settings");
        await ada.FillAsync("#f-currency", "eu");
        await ada.Locator(".unsaved .primary").ClickAsync();
        await Expect(ada.Locator("#floor-form [role=alert]")).ToContainTextAsync("Großbuchstaben");
        await ChooseAsync(ada, new { currency = "eu" });
        await Expect(ada.Locator("#file [role=alert]")).ToContainTextAsync("Großbuchstaben");
    }

    [BrowserFact]
    public async Task A_person_by_user_name_has_settings_of_their_own_and_none_of_the_floors()
    {
        await using var host = new ShopHost(Floor);
        host.StartServer();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var kim = await ShopFixture.SignInAsync(browser, host.Url, "kim.a");
        await kim.GotoAsync("/settings");
        await Expect(kim.Locator("#sounds [data-alert-set=sound][aria-pressed=true]")).ToHaveCountAsync(1);
        await Expect(kim.Locator("#floor-form, #health, #file")).ToHaveCountAsync(0);
        await kim.Locator("#sounds [data-alert-test]").ClickAsync();
        await Expect(kim.Locator("html")).ToHaveAttributeAsync("data-rang", "1");
        await Expect(kim.Locator("#signing-in a[href=sessions]")).ToHaveTextAsync("Where I am signed in");
        await kim.Locator("#theme [data-theme-set=dark]").ClickAsync();
        await Expect(kim.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await kim.Locator("#longer input").CheckAsync();
        await Expect(kim.Locator(".toast")).ToContainTextAsync("Saved");
        Assert.True(host.Services.GetRequiredService<CommittedFloor>().Now.People[1].Terms.LongerOffers);

        // Which leads, how many a day, and when not; one of two times alone says nothing yet.
        var wants = () => host.Services.GetRequiredService<CommittedFloor>().Now.People[1].OptIns.Single().Value;
        await kim.Locator("#wants input[type=number]").FillAsync("8");
        await kim.Keyboard.PressAsync("Tab");
        await Expect(kim.Locator(".toast .btn")).ToHaveCountAsync(1);
        await kim.Locator("#wants input[type=time]").First.FillAsync("18:00");
        await kim.Locator("#wants input[type=time]").Last.FillAsync("08:00");
        await kim.Keyboard.PressAsync("Tab");
        await Expect(kim.Locator("#wants [data-quiet='18:00-08:00']")).ToHaveCountAsync(1);
        Assert.Equal(new OptIn(true, 8, new QuietHours(18 * 60, 8 * 60)), wants());

        // Two keys that are the same change places, and the page says which is which.
        await kim.Locator("#keys summary").ClickAsync();
        await kim.FillAsync("[data-key-of=Z]", "p");
        await kim.Keyboard.PressAsync("Tab");
        await Expect(kim.Locator("[data-key-of=P]")).ToHaveValueAsync("Z");
        await kim.Locator("#wants input[type=checkbox]").UncheckAsync();
        await Expect(kim.Locator("#wants input[type=number]")).ToBeDisabledAsync();
        await Expect(kim.Locator(".toast kbd")).ToHaveTextAsync("P");
        await kim.Keyboard.PressAsync("z");
        await kim.Keyboard.PressAsync("p");
        await Expect(kim.Locator("#wants input[type=checkbox]")).ToBeCheckedAsync();
        Assert.True(wants().On);
        await kim.SelectOptionAsync("#my-zone", "Asia/Tokyo");
        await Expect(kim.Locator(".toast")).ToContainTextAsync("opened from now on");

        // A board that stands still says how much waits, and shows it when asked.
        await kim.Locator("#hold input").CheckAsync();
        await Expect(kim.Locator("#hold input")).ToBeCheckedAsync();
        await kim.ReloadAsync();
        await Expect(kim.Locator("#my-zone")).ToHaveValueAsync("Asia/Tokyo");
        await kim.GotoAsync("/rules");
        await Expect(kim.Locator(".rule")).ToHaveCountAsync(1);
        await Expect(kim.Locator("[data-held-back]")).ToHaveCountAsync(0);
    }

    private static Task ChooseAsync(IPage page, object file) => page.SetInputFilesAsync("#floor-file", new FilePayload { Name = "floor.json", MimeType = "application/json", Buffer = JsonSerializer.SerializeToUtf8Bytes(file) });
}
