using System.Net;
using System.Text.RegularExpressions;
using LeadDesk.App.Account;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>The sign-in, as a browser meets it.</summary>
public sealed partial class SignInTests(DoorHost host) : IClassFixture<DoorHost>
{
    [Fact]
    public async Task A_right_password_leads_to_the_page_asked_for()
    {
        var ada = await host.PersonAsync("ada");
        using var browser = host.Visit();

        using var closed = await browser.GetAsync("/nope?x=1");
        using var open = await browser.SignInAsync(ada, returnUrl: "/nope?x=1");

        Assert.Equal("/sign-in?returnUrl=%2Fnope%3Fx%3D1", closed.Headers.Location?.ToString());
        Assert.Equal("/nope?x=1", PathOf(open));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope?x=1"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\t//evil.example")]
    [InlineData("/sign-out")]
    public async Task A_foreign_page_is_never_the_way_on(string returnUrl)
    {
        var ada = await host.PersonAsync("ada");
        using var browser = host.Visit();

        using var answer = await browser.SignInAsync(ada, returnUrl: returnUrl);
        using var again = await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal("/", PathOf(answer));
        Assert.Equal("/", PathOf(again));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var ada = await host.PersonAsync("ada");
        using var browser = host.Visit();

        using var answer = await browser.SignInAsync(ada);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("leaddesk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike()
    {
        await host.PersonAsync("bea");
        using var browser = host.Visit();

        using var wrong = await browser.SignInAsync("bea@shop.example", "not-her-password");
        using var unknown = await browser.SignInAsync("zoe@shop.example", "not-her-password");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(await PlainAsync(unknown, "zoe"), await PlainAsync(wrong, "bea"));
        Assert.Contains("do not match", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_no_characters_is_a_wrong_one()
    {
        var halfAFaceAtTheCut = new string('a', 255) + "\ud83d\ude00@shop.example";
        foreach (var email in new[] { "\uFFFE@shop.example", halfAFaceAtTheCut })
        {
            using var browser = host.Visit();
            using var wrong = await browser.SignInAsync(email, "not-the-password");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        Assert.Equal(PeopleDirectory.KeyOf("a\uFFFD"), PeopleDirectory.KeyOf("a\ud83d"));
    }

    [Theory]
    [InlineData("cat")]
    [InlineData("nobody")]
    public async Task Five_wrong_tries_shut_the_address_for_five_minutes_and_say_until_when(string name)
    {
        await host.PersonAsync("cat");
        var email = $"{name}@shop.example";
        using var browser = host.Visit();
        for (var i = 0; i < SignInTries.Most - 1; i++)
        {
            using var wrong = await browser.SignInAsync(email, "not-the-password");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var fifth = await browser.SignInAsync(email, "not-the-password");
        host.Time.Pass(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        using var right = await browser.SignInAsync(email, DoorHost.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, fifth.StatusCode);
        Assert.Equal(300, fifth.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Matches("Try again at [0-9]{2}:[0-9]{2}", await fifth.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);

        host.Time.Pass(TimeSpan.FromSeconds(1));
        using var later = await browser.SignInAsync(email, DoorHost.Password);
        Assert.Equal(name == "cat" ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, later.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        var ada = await host.PersonAsync("ada");
        using var browser = host.Visit();

        using var answer = await browser.PostAsync("/sign-in", [KeyValuePair.Create("_handler", "sign-in")], ("email", ada.Email!), ("password", DoorHost.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nope"));
    }

    [Fact]
    public async Task A_signed_out_cookie_is_worth_nothing_even_if_somebody_kept_it()
    {
        var ada = await host.PersonAsync("ada");
        using var browser = host.Visit();
        using var thief = host.Visit();
        (await browser.SignInAsync(ada)).Dispose();
        thief.Cookies.Add(browser.Cookies.GetAllCookies());
        Assert.Equal(HttpStatusCode.NotFound, await thief.StatusAsync("/nope"));

        using var answer = await browser.PostAsync("/sign-out", await browser.FieldsAsync("/sign-out"));

        Assert.Equal("/sign-in", PathOf(answer));
        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nope"));
        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusAsync("/nope"));
        var afterRestart = new KeptSessions(host.Get<Pen>(), host.Time);
        await afterRestart.LoadAsync();
        Assert.All(await host.Get<Pen>().ReadAsync(db => db.UserTokens.Where(t => t.UserId == ada.Id && t.LoginProvider == "ended-session").ToListAsync()), t => Assert.True(afterRestart.Contains(t.Name)));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("gus")]
    public async Task A_new_sign_in_of_a_browser_ends_the_session_it_had(string next)
    {
        var ada = await host.PersonAsync("ada");
        await host.PersonAsync(next);
        using var browser = host.Visit();
        using var thief = host.Visit();
        (await browser.SignInAsync(ada)).Dispose();
        thief.Cookies.Add(browser.Cookies.GetAllCookies());
        var form = (await browser.FieldsAsync("/sign-out")).Where(f => f.Key == "__RequestVerificationToken");

        using var answer = await browser.PostAsync("/sign-in", form.Append(KeyValuePair.Create("_handler", "sign-in")), ("email", $"{next}@shop.example"), ("password", DoorHost.Password));

        Assert.Equal("/", PathOf(answer));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));
        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusAsync("/nope"));
    }

    [Fact]
    public async Task Everybody_sees_where_they_are_signed_in_and_ends_the_others_with_their_password()
    {
        var hal = await host.PersonAsync("hal");
        using var here = host.Visit();
        using var there = host.Visit();
        (await here.SignInAsync(hal)).Dispose();
        Assert.DoesNotContain("Another browser", await TextAsync(here), StringComparison.Ordinal);
        (await there.SignInAsync(hal)).Dispose();
        Assert.Contains("Another browser", await TextAsync(here), StringComparison.Ordinal);
        var form = await here.FieldsAsync("/sessions");

        using var wrong = await here.PostAsync("/sessions", form, ("password", "not-the-password"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await there.StatusAsync("/nope"));

        using var right = await here.PostAsync("/sessions", form, ("password", DoorHost.Password));
        Assert.Contains("signed in here only", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await here.StatusAsync("/nope"));
        Assert.Equal(HttpStatusCode.Redirect, await there.StatusAsync("/nope"));
    }

    [Fact]
    public async Task Signing_out_needs_the_token_of_a_form()
    {
        var ada = await host.PersonAsync("ada");
        using var browser = host.Visit();
        (await browser.SignInAsync(ada)).Dispose();

        using var answer = await browser.PostAsync("/sign-out", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));
    }

    [Fact]
    public async Task A_disabled_person_is_refused_at_once_and_comes_back_when_enabled()
    {
        var dan = await host.PersonAsync("dan");
        using var browser = host.Visit();
        using (await browser.SignInAsync(dan))
        {
            Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));
        }

        await host.Get<Accounts>().SetDisabledAsync(dan.Id, true);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nope"));
        using (var other = host.Visit())
        {
            using var answer = await other.SignInAsync(dan);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        await host.Get<Accounts>().SetDisabledAsync(dan.Id, false);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));
        await host.PutAsync(dan, new RepTerms { Active = false });
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nope"));
    }

    [Fact]
    public async Task A_new_password_ends_older_sessions_and_the_same_password_does_not()
    {
        var eve = await host.PersonAsync("eve");
        using var browser = host.Visit();
        using (await browser.SignInAsync(eve))
        {
            await host.PersonAsync("eve");
            Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync("/nope"));
        }

        await host.PersonAsync("eve", password: "another-long-password");

        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/nope"));
        using var again = await browser.SignInAsync(eve, "another-long-password");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task A_session_is_over_after_a_week_without_a_visit_and_after_a_month_in_any_case()
    {
        var fay = await host.PersonAsync("fay");
        using var idle = host.Visit();
        using var busy = host.Visit();
        (await idle.SignInAsync(fay)).Dispose();
        (await busy.SignInAsync(fay)).Dispose();

        for (var day = 4; day < 30; day += 4)
        {
            host.Time.Pass(TimeSpan.FromDays(4));
            Assert.Equal(HttpStatusCode.NotFound, await busy.StatusAsync("/nope"));
        }

        Assert.Equal(HttpStatusCode.Redirect, await idle.StatusAsync("/nope"));
        host.Time.Pass(TimeSpan.FromDays(3));
        Assert.Equal(HttpStatusCode.Redirect, await busy.StatusAsync("/nope"));
    }

    [Fact]
    public async Task One_click_sign_ins_are_closed_unless_it_is_the_demo()
    {
        var ada = await host.PersonAsync("ada");
        host.Get<DemoSignIns>().Offer([new("Rep", ada.Id)]);
        using var browser = host.Visit();
        var form = await browser.FieldsAsync("/sign-in");

        using var answer = await browser.PostAsync("/sign-in/demo", form, ("account", ada.Id.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var page = await browser.GetAsync("/sign-in");
        Assert.DoesNotContain("sign-in/demo", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Visitor browser)
    {
        using var page = await browser.GetAsync("/sessions");
        return await page.Content.ReadAsStringAsync();
    }

    private static string? PathOf(HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString : null;

    private static async Task<string> PlainAsync(HttpResponseMessage answer, string name) =>
        Secrets().Replace((await answer.Content.ReadAsStringAsync()).Replace(name, "NAME", StringComparison.Ordinal), "");

    [GeneratedRegex("value=\"CfDJ[^\"]*\"|nonce=\"[^\"]*\"|<!--Blazor[^>]*-->", RegexOptions.None, 1000)]
    private static partial Regex Secrets();
}
