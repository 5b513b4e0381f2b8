using System.Globalization;
using System.Net;
using System.Text;
using LeadDesk.App.Account;
using LeadDesk.Tests.Api;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>How often one may call, as programs and browsers meet it on real Kestrel; time moves by hand.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private const int Few = 3;
    private static readonly DateTimeOffset Start = new(2040, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private DeskHost Host { get; } = new(
        Floors.With(more: Floors.Person("max", "rep", more: $$""", "perMinute": {{Few}}, "password": "{{DoorHost.Password}}" """)),
        new HandClock(Start));

    public async Task InitializeAsync() =>
        (await Host.As("ada").PutAsync("floor-file", new { sources = new[] { new { key = "web", perMinute = Few } } })).Is(200);

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [Fact]
    public async Task A_source_sends_as_often_a_minute_as_was_set_and_what_is_refused_is_not_taken_in_and_may_come_later()
    {
        for (var sent = 0; sent < Few; sent++)
        {
            await Host.LeadAsync("cherry");
        }

        var before = await Host.RowsAsync();
        var lead = new { name = "Pat Late", email = "late@example.com", product = "cherry", externalId = "late-1" };
        var refused = (await Host.As("web").PostAsync("leads", lead)).Refused(429, "too-many-calls");
        var batch = (await Host.As("web").PostAsync("leads/batch", new[] { lead })).Refused(429, "too-many-calls");

        Assert.Equal("60", refused.Headers.GetValues("Retry-After").Single());
        Assert.Equal("60", batch.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Nothing of this call was taken in: send it again in 60 s.", refused["detail"].GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await Host.RowsAsync());

        Host.Clock!.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("1", (await Host.As("web").PostAsync("leads", lead)).Refused(429, "too-many-calls").Headers.GetValues("Retry-After").Single());
        Host.Clock!.Advance(TimeSpan.FromSeconds(1));
        (await Host.As("web").PostAsync("leads", lead)).Is(202);
    }

    [Fact]
    public async Task Without_perMinute_a_token_calls_as_often_as_it_likes()
    {
        for (var call = 0; call < 2 * RateLimits.PublicForms; call++)
        {
            (await Host.As("kim").GetAsync("me")).Is(200);
            (await Host.As("shop").PostAsync("leads", new { name = "Pat", email = $"pat{call}@example.com", product = "blind" })).Is(202);
        }
    }

    [Fact]
    public async Task A_persons_limit_counts_all_of_their_tokens_and_nobody_elses()
    {
        var kept = (await Host.As("max").PostAsync("tokens", new { name = "second" })).Is(201)["token"].GetString()!;
        using var second = new HttpClient { BaseAddress = new Uri(Host.Url) };
        second.DefaultRequestHeaders.Authorization = new("Bearer", kept);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(new Uri("/api/v1/me", UriKind.Relative))).StatusCode);
        (await Host.As("max").GetAsync("me")).Is(200);

        (await Host.As("max").GetAsync("me")).Refused(429, "too-many-calls");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await second.GetAsync(new Uri("/api/v1/me", UriKind.Relative))).StatusCode);
        (await Host.As("kim").GetAsync("me")).Is(200);
    }

    [Fact]
    public async Task A_limit_that_is_set_or_lifted_holds_from_the_next_call()
    {
        (await Host.As("ada").PutAsync("floor-file", new { people = new[] { new { email = "kim@example.com", perMinute = 1 } } })).Is(200);
        (await Host.As("kim").GetAsync("me")).Is(200);
        (await Host.As("kim").GetAsync("me")).Refused(429, "too-many-calls");

        (await Host.As("ada").PutAsync("floor-file", new { people = new[] { new { email = "kim@example.com", perMinute = (int?)null } } })).Is(200);
        (await Host.As("kim").GetAsync("me")).Is(200);
    }

    [Fact]
    public async Task A_public_form_without_a_token_is_taken_sixty_times_a_minute_from_one_address()
    {
        for (var sent = 0; sent < RateLimits.PublicForms; sent++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SendFormAsync("shop")).Status);
        }

        Assert.Equal("60", (await SendFormAsync("shop")).Refused(429, "too-many-calls").Headers.GetValues("Retry-After").Single());
        (await SendFormAsync("nobody")).Refused(429, "too-many-calls");
        (await Host.As("shop").PostAsync("leads", new { name = "Pat", email = "pat@example.com", product = "blind" })).Is(202);
        Host.Clock!.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SendFormAsync("shop")).Status);
    }

    [Fact]
    public async Task A_source_may_say_how_often_its_public_form_is_taken()
    {
        for (var sent = 0; sent < Few; sent++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SendFormAsync("web")).Status);
        }

        (await SendFormAsync("web")).Refused(429, "too-many-calls");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SendFormAsync("shop")).Status);
    }

    [Fact]
    public async Task Thirty_tries_to_sign_in_shut_a_network_address_for_a_while_whatever_names_they_try()
    {
        using var browser = new Visitor(Host.Url);
        for (var day = 0; day < 3; day++)
        {
            using var staff = new Visitor(Host.Url);
            using var comes = await staff.SignInAsync("max@example.com", DoorHost.Password);
            Assert.Equal(HttpStatusCode.Redirect, comes.StatusCode);
        }

        for (var tried = 0; tried < SignInTries.MostFromOneAddress; tried++)
        {
            using var wrong = await browser.SignInAsync(string.Create(CultureInfo.InvariantCulture, $"someone{tried}@example.com"), "not-the-password");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var shut = await browser.SignInAsync("max@example.com", DoorHost.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, shut.StatusCode);
        Assert.Equal(300, shut.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Matches("Try again at [0-9]{2}:[0-9]{2}", await shut.Content.ReadAsStringAsync());

        Host.Clock!.Advance(SignInTries.For);
        using var later = await browser.SignInAsync("max@example.com", DoorHost.Password);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    private Task<Told> SendFormAsync(string source) =>
        Host.As(null).SendAsync(HttpMethod.Post, $"/intake/{source}/form", new StringContent("email=pat%40example.com", Encoding.UTF8, "application/x-www-form-urlencoded"));
}
