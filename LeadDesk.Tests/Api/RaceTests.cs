using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Many at once: one owner, in order, and nobody above their limit.</summary>
public sealed class RaceTests
{
    private const int Many = 50;

    private static string Crowd { get; } = string.Join(", ", Enumerable.Range(0, Many).Select(i => Floors.Person($"rep{i}", "rep")));

    private static string[] Names { get; } = [.. Enumerable.Range(0, Many).Select(i => $"rep{i}")];

    [Fact]
    public async Task Of_fifty_claims_one_wins_and_the_others_are_told_by_whom()
    {
        await using var host = new DeskHost(Floors.With(more: Crowd));
        await Task.WhenAll(Names.Select(n => host.ComeAsync(n)));
        var lead = await host.LeadAsync("shark");

        var told = await Task.WhenAll(Names.Select(n => host.As(n).PostAsync($"leads/{lead}/claim")));

        var winner = Assert.Single(told, t => t.Code == 200);
        foreach (var loser in told.Where(t => t.Code != 200))
        {
            loser.Refused(409, "already-taken");
            Assert.Equal(winner["ownerId"].GetString(), loser["byId"].GetString());
            Assert.Equal(winner["ownerName"].GetString(), loser["byName"].GetString());
            Assert.Equal(winner["ownedAt"].GetString(), loser["at"].GetString());
            Assert.True(loser["marginMs"].GetInt64() >= 0);
        }

        var ledger = (await host.As("dana").GetAsync("ledger?lane=shark")).Is(200);
        var entry = Assert.Single(ledger["entries"].EnumerateArray());
        Assert.Equal(winner["ownerId"].GetString(), entry.GetProperty("receivedBy").GetString());
    }

    [Fact]
    public async Task Pulls_at_once_never_give_the_same_lead_and_never_more_than_there_are()
    {
        await using var host = new DeskHost(Floors.With(more: Crowd));
        await Task.WhenAll(Names.Select(n => host.ComeAsync(n)));
        var leads = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => host.LeadAsync("blind")));

        var told = await Task.WhenAll(Names.Select(n => host.As(n).PostAsync("desk/next")));

        Assert.Equal(leads.Order(StringComparer.Ordinal), told.Where(t => t.Code == 200).Select(t => t.Id!).Order(StringComparer.Ordinal));
        Assert.Equal(20, told.Count(t => t.Code == 204));
    }

    [Fact]
    public async Task Fifty_pulls_of_one_person_stop_at_the_limit()
    {
        await using var host = new DeskHost(Floors.With(places: 5));
        await host.ComeAsync("kim");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.LeadAsync("blind")));

        var told = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => host.As("kim").PostAsync("desk/next")));

        Assert.Equal(5, told.Where(t => t.Code == 200).Select(t => t.Id).Distinct().Count());
        Assert.All(told.Where(t => t.Code != 200), t => t.Refused(409, "at-limit"));
        Assert.Equal(5, (await host.As("kim").GetAsync("desk"))["places"].GetProperty("used").GetInt32());
    }

    [Fact]
    public async Task Twenty_accepts_of_one_offer_are_one()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => host.As("kim").PostAsync($"leads/{lead}/{(i % 2 == 0 ? "accept" : "claim")}")));

        Assert.All(told.Where((_, i) => i % 2 == 0), t => Assert.Equal(2 + 1, t.Is(200)["version"].GetInt64()));
        Assert.All(told.Where((_, i) => i % 2 == 1), t => Assert.True(t.Code is 200 or 409));
        Assert.Single(host.Floor.LedgerOf("turn").Accounts);
        var entry = Assert.Single((await host.As("dana").GetAsync("ledger?lane=turn")).Is(200)["entries"].EnumerateArray());
        Assert.Equal(host.Floor.FindPerson(Guid.Parse(entry.GetProperty("receivedBy").GetString()!))!.Number, host.Lead(lead).Owner);
    }

    [Fact]
    public async Task The_same_external_id_sent_fifty_times_at_once_is_one_lead()
    {
        await using var host = new DeskHost(Floors.With());

        var told = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => host.As("web").PostAsync("leads", new { email = "a@example.com", externalId = "x" })));

        Assert.Single(told.Select(t => t.Id).Distinct());
        Assert.Equal((1, 49), (told.Count(t => t.Code == 202), told.Count(t => t.Code == 200)));
    }
}
