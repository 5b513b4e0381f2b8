using System.Net;
using System.Reflection;
using LeadDesk.App.Account;
using LeadDesk.App.Live;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>No door is left open by mistake: endpoints, pages, origins, headers.</summary>
public sealed class DoorTests(DoorHost host) : IClassFixture<DoorHost>
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    /// <summary>The framework's own, closed to strangers by the fallback.</summary>
    private static readonly string[] Framework = ["/_blazor", "/_blazor/negotiate", "/_blazor/disconnect", "/_blazor/initializers", "/_framework/opaque-redirect", "/{**path:file}"];

    private static readonly HttpStatusCode[] PastTheDoor = [HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed];

    [Fact]
    public void Every_endpoint_says_who_may_use_it()
    {
        var silent = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => "/" + e.RoutePattern.RawText?.Trim('/'));

        Assert.Empty(silent.Except(Framework, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttributes<RouteAttribute>().Any()).ToList();

        Assert.Contains(typeof(SignInPage), pages);
        Assert.DoesNotContain(pages, p => p.GetCustomAttribute<AuthorizeAttribute>() is null && p.GetCustomAttribute<AllowAnonymousAttribute>() is null);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("self", HttpStatusCode.OK)]
    [InlineData("https://wall.shop.example", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_circuit_is_opened_from_our_own_pages_only(string? origin, HttpStatusCode expected)
    {
        await host.PersonAsync("quin", token: "token-of-quin-for-origins-00");
        using var page = host.Visit();

        using var answer = await page.CallAsync(HttpMethod.Post, Negotiate, "token-of-quin-for-origins-00", origin == "self" ? host.Url : origin);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_stranger_gets_no_circuit()
    {
        using var page = host.Visit();

        using var answer = await page.CallAsync(HttpMethod.Post, Negotiate);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_write_with_a_cookie_from_a_foreign_page_is_refused_and_one_with_a_token_is_not()
    {
        var rae = await host.PersonAsync("rae", token: "token-of-rae-for-origins-000");
        using var browser = host.Visit();
        (await browser.SignInAsync(rae)).Dispose();

        using var forged = await browser.CallAsync(HttpMethod.Post, "/api/v1/nothing", origin: "https://evil.example");
        using var own = await browser.CallAsync(HttpMethod.Post, "/api/v1/nothing", origin: host.Url);
        using var program = await browser.CallAsync(HttpMethod.Post, "/api/v1/nothing", "token-of-rae-for-origins-000", "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal("application/problem+json", forged.Content.Headers.ContentType?.MediaType);
        Assert.Contains(own.StatusCode, PastTheDoor);
        Assert.Contains(program.StatusCode, PastTheDoor);
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_what_not_to_do()
    {
        using var browser = host.Visit();
        foreach (var path in new[] { "/sign-in", "/health/live", "/api/v1/nothing", "/css/app.css" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            var csp = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("frame-ancestors 'none'", csp, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
            Assert.Contains("script-src-attr 'none'; style-src 'self'", csp, StringComparison.Ordinal);
            Assert.NotEmpty(answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.NotEmpty(answer.Headers.GetValues("Permissions-Policy").Single());
        }
    }

    [Fact]
    public void The_first_connection_and_the_last_are_told_in_order()
    {
        var told = new List<(RepId, bool)>();
        var connections = new Connections();
        connections.Changed += (rep, on) => told.Add((rep, on));
        var (ann, ben) = (new RepId(1), new RepId(2));

        var first = connections.Open(ann);
        var second = connections.Open(ann);
        using var other = connections.Open(ben);
        first.Dispose();
        first.Dispose();
        Assert.True(connections.IsConnected(ann));
        second.Dispose();

        Assert.Equal([(ann, true), (ben, true), (ann, false)], told);
        Assert.Equal([ben], connections.All());
    }
}
