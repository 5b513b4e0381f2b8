using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>A turn asked back over HTTP, and claims that come quicker than a hand.</summary>
public sealed class CreditTests
{
    [Fact]
    public async Task A_manager_gives_a_turn_back_and_ledger_history_and_restart_know_it()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("push");
        (await host.As("kim").PostAsync($"leads/{lead}/credit", new { approve = true })).Refused(403, "forbidden");
        var dana = host.As("dana");
        (await dana.PostAsync($"leads/{lead}/credit", new { approve = true })).Refused(409, "wrong-state");
        var closed = (await host.As("kim").PostAsync($"leads/{lead}/outcome", new { outcome = "junk", reason = "a test" })).Is(200);
        Assert.Equal("asked", closed["creditBack"].GetString());
        var asked = (await dana.GetAsync("floor")).Is(200)["credits"][0];
        Assert.Equal((lead, "kim", "junk"), (asked.GetProperty("leadId").GetString(), asked.GetProperty("byName").GetString(), asked.GetProperty("outcome").GetString()));

        await using var again = await host.AgainAsync();
        dana = again.As("dana");
        (await dana.PostAsync($"leads/{lead}/credit", new { reason = "?" })).Names("approve");
        Assert.Equal("approved", (await dana.PostAsync($"leads/{lead}/credit", new { approve = true, reason = "It was spam" })).Is(200)["creditBack"].GetString());
        (await dana.PostAsync($"leads/{lead}/credit", new { approve = false })).Refused(409, "wrong-state");

        var ledger = (await dana.GetAsync("ledger?lane=push")).Is(200);
        var decision = Assert.Single(again.Events.ReadFrom(0, int.MaxValue), e => e.Act == "credit");
        Assert.Equal(decision.Seq, ledger["entries"][0].GetProperty("struckBy").GetInt64());
        Assert.All(ledger["balances"].EnumerateArray(), b => Assert.Equal("0", b.GetProperty("received").GetString()));
        var last = (await dana.GetAsync($"leads/{lead}/history")).Is(200).Json.EnumerateArray().Last();
        Assert.Equal(("credit", "Approved", "It was spam"), (last.GetProperty("act").GetString(), last.GetProperty("reason").GetString(), last.GetProperty("text").GetString()));
        Assert.Empty((await dana.GetAsync("floor")).Is(200)["credits"].EnumerateArray());
        (await dana.PostAsync($"leads/{Guid.NewGuid()}/credit", new { approve = true })).Refused(404, "unknown");
    }

    [Fact]
    public async Task More_claims_in_a_minute_than_the_lane_allows_are_refused_in_words_and_a_minute_later_allowed()
    {
        const string Lane = """{ "key": "shark", "name": "Shark", "when": { "product": ["shark"] }, "method": "cherryPick", "claimsPerMinute": 3, "fallback": "managers", "leftBehindMinutes": [500, 600], "firstAttemptMinutes": 600 }""";
        var clock = new HandClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = new DeskHost(Floors.With(Lane), clock);
        await host.ComeAsync("kim", "lee");
        var leads = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            leads.Add(await host.LeadAsync("shark"));
        }

        // Of the three that count, one was somebody else's already.
        (await host.As("lee").PostAsync($"leads/{leads[0]}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{leads[0]}/claim")).Refused(409, "already-taken");
        (await host.As("kim").PostAsync($"leads/{leads[1]}/claim")).Is(200);
        clock.Advance(TimeSpan.FromSeconds(20));
        (await host.As("kim").PostAsync($"leads/{leads[2]}/claim")).Is(200);
        var no = (await host.As("kim").PostAsync($"leads/{leads[3]}/claim")).Refused(429, "too-many-claims");
        Assert.Equal("40", no.Headers.GetValues("Retry-After").Single());
        Assert.Contains("40 s", no["detail"].GetString(), StringComparison.Ordinal);
        (await host.As("lee").PostAsync($"leads/{leads[3]}/claim")).Is(200);
        clock.Advance(TimeSpan.FromSeconds(40));
        (await host.As("kim").PostAsync($"leads/{leads[4]}/claim")).Is(200);
    }
}
