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
    [InlineData("/metrics")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_not_found(string path) => (await shared.Host.As("ada").GetAsync(path)).Is(404);

    [Fact]
    public async Task The_document_is_served_and_describes_the_bodies()
    {
        var document = (await shared.Host.As(null).GetAsync("/openapi/v1.json")).Is(200);
        Assert.True(document.Json.GetProperty("paths").GetProperty("/api/v1/leads").GetProperty("post").TryGetProperty("requestBody", out _));
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
