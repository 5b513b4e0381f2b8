using System.Net;
using LeadDesk.App.Account;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>A shared device, and the PIN with which people change over on it.</summary>
public sealed class SwitchTests(DoorHost host) : IClassFixture<DoorHost>
{
    private const string Pin = "2580";

    [Fact]
    public async Task Without_an_approved_device_nobody_is_named_and_no_pin_is_of_use()
    {
        var ann = await PersonAsync("annelie");
        using var browser = host.Visit();

        Assert.DoesNotContain("annelie", await TextAsync(browser, $"/switch?who={ann.Id}"), StringComparison.Ordinal);
        using var form = host.Visit();
        using var tried = await form.PostAsync("/switch", (await form.FieldsAsync("/sign-in")).Where(f => f.Key != "_handler"), ("_handler", "switch"), ("who", ann.Id.ToString()), ("pin", Pin));

        Assert.DoesNotContain(tried.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => c.StartsWith("leaddesk=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await form.StatusAsync("/nope"));
    }

    [Fact]
    public async Task A_manager_approves_the_device_in_hand_and_a_rep_may_not()
    {
        var mo = await host.PersonAsync("mo", Role.Manager);
        var rep = await PersonAsync("ben");
        using var tablet = host.Visit();
        (await tablet.SignInAsync(mo)).Dispose();

        using var approved = await tablet.PostAsync("/devices/approve", await tablet.FieldsAsync("/devices"), ("name", "Counter tablet"));

        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Contains("Counter tablet", await TextAsync(tablet, "/devices"), StringComparison.Ordinal);
        Assert.Contains("ben", await TextAsync(tablet, "/switch"), StringComparison.Ordinal);
        var device = host.Get<Devices>().All.Single(d => d.Name == "Counter tablet");
        Assert.Equal(mo.Id, device.ApprovedBy);
        Assert.Contains(Events(), e => e.Event is FloorEvent.DeviceApproved a && a.Device == device.Id && e.Actor.Rep == new RepId(mo.Number));
        using var other = host.Visit();
        (await other.SignInAsync(rep)).Dispose();
        Assert.Equal(HttpStatusCode.Forbidden, await other.StatusAsync("/devices"));
        using var forged = await tablet.PostAsync("/devices/approve", [], ("name", "Forged"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task A_switch_ends_the_session_before_and_leaves_a_line_in_the_log()
    {
        var (cay, dee) = (await PersonAsync("cay"), await PersonAsync("dee"));
        using var tablet = await TabletAsync();
        using (await SwitchAsync(tablet, cay, Pin))
        {
            Assert.Equal(HttpStatusCode.NotFound, await tablet.StatusAsync("/nope"));
        }

        using var thief = host.Visit();
        thief.Cookies.Add(tablet.Cookies.GetAllCookies());

        using var switched = await SwitchAsync(tablet, dee, Pin);

        Assert.Equal("/", switched.Headers.Location?.ToString().Replace(host.Url, "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, await tablet.StatusAsync("/nope"));
        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusAsync("/nope"));
        Assert.Contains(Events(), e => e.Event is FloorEvent.PersonSwitched s && s.Rep.Number == dee.Number && s.From?.Number == cay.Number && e.Actor == Actor.Person(new(dee.Number), "pin"));
    }

    [Fact]
    public async Task Whoever_leaves_the_device_has_left_before_the_next_one_comes()
    {
        var eli = await PersonAsync("eli");
        using var tablet = await TabletAsync();
        (await SwitchAsync(tablet, eli, Pin)).Dispose();

        using var left = await tablet.PostAsync("/switch/leave", await tablet.FieldsAsync("/pin"));

        Assert.EndsWith("/switch", left.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await tablet.StatusAsync("/nope"));
    }

    [Fact]
    public async Task Five_wrong_pins_shut_it_for_this_person_on_this_device_and_after_the_third_time_only_the_password_opens_it()
    {
        var (flo, gil) = (await PersonAsync("flo"), await PersonAsync("gil"));
        using var tablet = await TabletAsync();
        using var other = await TabletAsync();
        for (var time = 1; time <= PinTries.MostTimes; time++)
        {
            for (var i = 1; i < PinTries.Most; i++)
            {
                using var wrong = await SwitchAsync(tablet, flo, "0000");
                Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            }

            using var fifth = await SwitchAsync(tablet, flo, "0000");
            Assert.Equal(HttpStatusCode.TooManyRequests, fifth.StatusCode);
            Assert.Equal(time < PinTries.MostTimes ? 300 : null, fifth.Headers.RetryAfter?.Delta?.TotalSeconds);
            using var right = await SwitchAsync(tablet, flo, Pin);
            Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
            host.Time.Pass(PinTries.For);
        }

        using var still = await SwitchAsync(tablet, flo, Pin);
        Assert.Equal(HttpStatusCode.TooManyRequests, still.StatusCode);
        using (var colleague = await SwitchAsync(tablet, gil, Pin))
        {
            Assert.Equal(HttpStatusCode.Redirect, colleague.StatusCode);
        }

        using (var elsewhere = await SwitchAsync(other, flo, Pin))
        {
            Assert.Equal(HttpStatusCode.Redirect, elsewhere.StatusCode);
        }

        using (var home = host.Visit())
        {
            (await home.SignInAsync(flo)).Dispose();
        }

        using var again = await SwitchAsync(tablet, flo, Pin);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Four_digits_open_no_admins_door()
    {
        var hal = await PersonAsync("hallam", Role.Admin);
        var ida = await PersonAsync("idabel");
        using var tablet = await TabletAsync();

        Assert.DoesNotContain("hallam", await TextAsync(tablet, "/switch"), StringComparison.Ordinal);
        using (await SwitchAsync(tablet, hal, Pin, shownAs: ida))
        {
            Assert.Equal(HttpStatusCode.Redirect, await tablet.StatusAsync("/nope"));
        }

        await host.Get<Accounts>().SetDisabledAsync(ida.Id, true);
        Assert.DoesNotContain("idabel", await TextAsync(tablet, "/switch"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_by_pin_ends_with_its_device_and_with_the_day()
    {
        var (jim, kay) = (await PersonAsync("jim"), await PersonAsync("kay"));
        using var lost = await TabletAsync();
        using var kept = await TabletAsync();
        (await SwitchAsync(lost, jim, Pin)).Dispose();
        (await SwitchAsync(kept, kay, Pin)).Dispose();

        await host.Get<Devices>().RevokeAsync(host.Get<Devices>().All.Where(d => d.LastUsedAt is not null).First(d => DeviceOf(lost) == d.Name).Id);

        Assert.Equal(HttpStatusCode.Redirect, await lost.StatusAsync("/nope"));
        Assert.DoesNotContain("kay", await TextAsync(lost, "/switch"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await kept.StatusAsync("/nope"));
        host.Time.Pass(Session.LongestByPin);
        Assert.Equal(HttpStatusCode.Redirect, await kept.StatusAsync("/nope"));
        var afterRestart = new Devices(host.Get<Pen>(), host.Time);
        await afterRestart.LoadAsync();
        Assert.Equal(host.Get<Devices>().All, afterRestart.All);
    }

    [Fact]
    public async Task Whoever_came_by_pin_makes_no_token_that_outlives_the_day_and_the_device()
    {
        var max = await PersonAsync("max");
        using var tablet = await TabletAsync();
        (await SwitchAsync(tablet, max, Pin)).Dispose();
        using var own = host.Visit();
        (await own.SignInAsync(max)).Dispose();

        using var byPin = await tablet.CallAsync(HttpMethod.Post, "/api/v1/tokens");
        using var byPassword = await own.CallAsync(HttpMethod.Post, "/api/v1/tokens");

        Assert.Equal(HttpStatusCode.Forbidden, byPin.StatusCode);
        Assert.Contains("Sign in with your password", await byPin.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, byPassword.StatusCode);
    }

    [Fact]
    public async Task A_pin_is_chosen_with_the_password_and_ends_every_other_session()
    {
        var lou = await PersonAsync("lou");
        using var desk = host.Visit();
        using var elsewhere = host.Visit();
        (await desk.SignInAsync(lou)).Dispose();
        (await elsewhere.SignInAsync(lou)).Dispose();
        foreach (var (password, pin) in new[] { ("not-the-password", "9074"), (DoorHost.Password, "1234"), (DoorHost.Password, "7777"), (DoorHost.Password, "654321"), (DoorHost.Password, "90a4"), (DoorHost.Password, "907"), (DoorHost.Password, "9074157") })
        {
            using var refused = await desk.PostAsync("/pin", await desk.FieldsAsync("/pin"), ("password", password), ("pin", pin));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var saved = await desk.PostAsync("/pin", await desk.FieldsAsync("/pin"), ("password", DoorHost.Password), ("pin", "9074"));

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.True(await host.Get<Accounts>().CheckPinAsync(lou.Id, "9074"));
        Assert.False(await host.Get<Accounts>().CheckPinAsync(lou.Id, Pin));
        Assert.Equal(HttpStatusCode.NotFound, await desk.StatusAsync("/nope"));
        Assert.Equal(HttpStatusCode.Redirect, await elsewhere.StatusAsync("/nope"));
    }

    private int tablets;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Visitor, string> Names = [];

    private static string DeviceOf(Visitor tablet) => Names.TryGetValue(tablet, out var name) ? name : "";

    /// <summary>A browser with the cookie of an approved device, and nobody at it.</summary>
    private async Task<Visitor> TabletAsync()
    {
        var name = $"Tablet {Guid.NewGuid():N}{tablets++}";
        var key = await host.Get<Devices>().ApproveAsync(Guid.NewGuid(), name, Guid.NewGuid());
        var tablet = host.Visit();
        tablet.Cookies.Add(new Uri(host.Url), new Cookie("leaddesk-device", key));
        Names.Add(tablet, name);
        return tablet;
    }

    private async Task<App.Account.Account> PersonAsync(string name, Role role = Role.Rep)
    {
        var account = await host.PersonAsync(name, role);
        return await host.Get<Accounts>().ProvisionAsync(name, account.Email!, DoorHost.Password, pin: Pin);
    }

    private static async Task<HttpResponseMessage> SwitchAsync(Visitor tablet, App.Account.Account person, string pin, App.Account.Account? shownAs = null)
    {
        var form = await tablet.FieldsAsync($"/switch?who={(shownAs ?? person).Id}");
        return await tablet.PostAsync("/switch", form.Where(f => f.Key != "who"), ("who", person.Id.ToString()), ("pin", pin));
    }

    private static async Task<string> TextAsync(Visitor browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    private IEnumerable<Stamped> Events() => host.Get<EventLog>().ReadFrom(0, int.MaxValue).Select(EventCodec.Read);
}
