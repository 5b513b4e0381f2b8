using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Tokens over HTTP: who makes which.</summary>
public sealed class TokensTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    [Fact]
    public async Task Whoever_may_not_make_it_does_not_learn_which_people_and_sources_there_are()
    {
        var lee = (await shared.Host.As("lee").GetAsync("me")).Is(200).Id;
        foreach (var body in new object[] { new { name = "x", source = "?" }, new { name = "x", source = "web" }, new { name = "x", person = lee }, new { name = "x", person = Guid.NewGuid() } })
        {
            (await shared.Host.As("kim").PostAsync("tokens", body)).Refused(403, "forbidden");
        }

        Assert.Contains("web", (await shared.Host.As("ada").PostAsync("tokens", new { name = "x", source = "?" })).Names("source"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_has_one_holder()
    {
        var ada = (await shared.Host.As("ada").GetAsync("me")).Is(200).Id;
        (await shared.Host.As("ada").PostAsync("tokens", new { name = "x", source = "web", person = ada })).Names("source");
    }
}
