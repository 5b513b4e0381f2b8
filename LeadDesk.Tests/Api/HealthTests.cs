using LeadDesk.App.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>What is there for everybody, and what is not there.</summary>
public sealed class HealthTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task It_is_alive_and_ready()
    {
        Assert.Equal("alive", (await shared.Host.As(null).GetAsync("/health/live")).Is(200).Text);
        var ready = (await shared.Host.As(null).GetAsync("/health/ready")).Is(200);
        Assert.True(ready["ready"].GetBoolean());
    }

    [Theory]
    [InlineData("/health/runtime")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_not_found(string path) => (await shared.Host.As("ada").GetAsync(path)).Is(404);

    [Fact]
    public async Task Its_figures_are_numbers_in_the_text_that_watchers_read()
    {
        await shared.Host.LeadAsync("cherry", new { message = "nobody reads this here" });
        var figures = (await shared.Host.As("ada").GetAsync("/metrics")).Is(200);
        Assert.Equal("text/plain", figures.ContentType);
        Assert.All(figures.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+=""[^""]*""(,[a-z_]+=""[^""]*"")*\})? -?[0-9.eE+-]+)$", line));
        Assert.Contains("\nleaddesk_leads{state=\"waiting\"} ", figures.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody reads this", figures.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada", 200)]
    [InlineData("dana", 403)]
    [InlineData("kim", 403)]
    [InlineData("web", 403)]
    [InlineData(null, 401)]
    public async Task From_elsewhere_only_an_admin_reads_them(string? who, int status)
    {
        using var http = new HttpClient { BaseAddress = new(shared.Host.Url) };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        http.DefaultRequestHeaders.Authorization = who is null ? null : new("Bearer", Floors.TokenOf(who));
        using var answer = await http.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_document_is_served_and_describes_the_bodies()
    {
        var document = (await shared.Host.As(null).GetAsync("/openapi/v1.json")).Is(200);
        Assert.True(document.Json.GetProperty("paths").GetProperty("/api/v1/leads").GetProperty("post").TryGetProperty("requestBody", out _));
        var page = (await shared.Host.As(null).GetAsync("/docs")).Is(200);
        foreach (var path in document.Json.GetProperty("paths").EnumerateObject())
        {
            Assert.Contains($"<code>{path.Name}</code>", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("question | quote | callBack | appointment | visit | fitting | credit | nonSales", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_does_not_get_its_turn_is_told_to_come_again_and_reads_go_on()
    {
        using (shared.Host.Services.GetRequiredService<WriteTurn>().Take())
        {
            var desk = (await shared.Host.As("kim").PutAsync("desk/presence", new { presence = "break" })).Refused(503, "retry");
            Assert.Contains("Nothing was changed", desk["detail"].GetString(), StringComparison.Ordinal);
            (await shared.Host.As("kim").PostAsync("tokens", new { name = "mine" })).Refused(503, "retry");
            (await shared.Host.As("kim").GetAsync("desk")).Is(200);
            (await shared.Host.As(null).GetAsync("/health/live")).Is(200);
        }

        (await shared.Host.As("kim").PostAsync("tokens", new { name = "mine" })).Is(201);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await shared.Host.As(null).GetAsync("/health/ready")).Code != 200)
        {
            await Task.Delay(20, limit.Token);
        }

        (await shared.Host.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200);
    }

    [Fact]
    public async Task Answers_are_not_kept_by_anybody_and_carry_the_guards_of_the_house()
    {
        var told = (await shared.Host.As("kim").GetAsync("desk")).Is(200);
        Assert.Equal("no-store", Assert.Single(told.Headers.GetValues("Cache-Control")));
        Assert.Equal("nosniff", Assert.Single(told.Headers.GetValues("X-Content-Type-Options")));
        var closed = (await shared.Host.As(null).GetAsync("desk")).Is(401);
        Assert.Equal("Bearer", Assert.Single(closed.Headers.GetValues("WWW-Authenticate")));
    }
}
