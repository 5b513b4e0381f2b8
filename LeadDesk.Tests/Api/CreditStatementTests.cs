using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>What somebody is credited with, over HTTP: by month, with the quotas of their territory; one's own, and anybody's for managers.</summary>
public sealed class CreditStatementTests
{
    [Fact]
    public async Task Everybody_reads_their_own_months_and_managers_anybodys()
    {
        const string Accounts = """{ "key": "icg", "name": "Accounts", "when": { "product": ["icg"] }, "method": "incomingCallGroup", "firstAttemptMinutes": 600, "settings": { "quotas": { "calls": 2, "sales": 1 } } }""";
        await using var host = new DeskHost(Floors.With($"{Floors.OneOfEach}, {Accounts}"), new HandClock(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero)));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("icg");
        var kim = host.As("kim");
        (await kim.PostAsync($"leads/{lead}/accept")).Is(200);
        (await kim.PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "reached" })).Is(200);
        (await kim.PostAsync($"leads/{lead}/outcome", new { outcome = "won" })).Is(200);

        var told = (await kim.GetAsync("credits")).Is(200);
        var month = Assert.Single(told["months"].EnumerateArray());
        Assert.Equal(("2026-03-01", 1, 0, 1, 1), (month.GetProperty("month").GetString(), month.GetProperty("won").GetInt32(), month.GetProperty("assists").GetInt32(), month.GetProperty("calls").GetInt32(), month.GetProperty("contacts").GetInt32()));
        Assert.Equal([("calls", 1, 2), ("sales", 1, 1)], told["quotas"].EnumerateArray().Select(q => (q.GetProperty("what").GetString(), q.GetProperty("done").GetInt32(), q.GetProperty("asked").GetInt32())).Order());
        var id = (await kim.GetAsync("me")).Id!;
        (await host.As("lee").GetAsync($"credits?rep={id}")).Refused(403, "forbidden");
        Assert.Equal(told.Text, (await host.As("dana").GetAsync($"credits?rep={id}")).Is(200).Text);

        await using var again = await host.AgainAsync();
        Assert.Equal(told.Text, (await again.As("kim").GetAsync("credits?rep=me")).Is(200).Text);
    }
}
