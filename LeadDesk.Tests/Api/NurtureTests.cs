using LeadDesk.App.Desk;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Leads that are not for now, over HTTP: they come back on their day, also after a restart; a stop is final.</summary>
public sealed class NurtureTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_comes_back_on_its_day_to_whoever_had_it_or_by_the_rules_also_after_a_restart()
    {
        var clock = new HandClock(Morning);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        var (mine, pooled) = (await host.LeadAsync("push", new { name = "Ann Bell" }), await host.LeadAsync("push"));
        var kim = host.As("kim");
        var told = (await kim.PostAsync($"leads/{mine}/outcome", new { outcome = "nurture", nextAt = Morning.AddDays(20) })).Is(200);
        Assert.Equal(("nurture", true, Morning.AddDays(20)), (told["state"].GetString(), told["comesBackToOwner"].GetBoolean(), told["nextAt"].GetDateTimeOffset()));
        (await kim.PostAsync($"leads/{pooled}/outcome", new { outcome = "nurture", nextAt = Morning.AddDays(10), keep = "pool" })).Is(200);

        // Nobody loses sight of them: their owner's desk and the managers' floor say when.
        var desk = (await kim.GetAsync("desk")).Is(200);
        Assert.Equal([pooled, mine], desk["later"].EnumerateArray().Select(l => l.GetProperty("id").GetString()));
        Assert.Equal((0, 0), (desk["mine"].GetArrayLength(), desk["places"].GetProperty("used").GetInt32()));
        Assert.Equal(2, (await host.As("dana").GetAsync("floor")).Is(200)["later"].GetArrayLength());
        Assert.Empty((await host.As("lee").GetAsync("desk")).Is(200)["later"].EnumerateArray());

        await using var again = await host.AgainAsync();
        Assert.Equal(2, again.Floor.Later.Count);
        await again.ComeAsync("lee");
        (await again.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200);
        await again.PassAsync(TimeSpan.FromDays(10), f => f.Later.Count == 1);
        Assert.Equal(pooled, (await again.As("lee").GetAsync("desk")).Is(200)["mine"][0].GetProperty("id").GetString());
        (await again.As("lee").PostAsync($"leads/{pooled}/outcome", new { outcome = "lost", reason = "Bought elsewhere" })).Is(200);
        await again.ComeAsync("kim");
        await again.PassAsync(TimeSpan.FromDays(10), f => f.Later.IsEmpty);
        Assert.Equal(mine, (await again.As("kim").GetAsync("desk")).Is(200)["mine"][0].GetProperty("id").GetString());
        Assert.Contains("it was not for then, and came back to whoever had it.", (await again.As("kim").GetAsync($"leads/{mine}/receipt")).Is(200)["sentence"].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, again.Events.ReadFrom(0, int.MaxValue).Count(e => e.Act == "touch-came"));
        Assert.True(Recount.Of(again.Events).Ok);
    }

    [Fact]
    public async Task A_customer_who_writes_again_before_brings_it_back_at_once()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Morning));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("push", new { email = "zed@example.com" });
        var who = host.NameOf(host.Lead(lead).Owner!.Value);
        (await host.As(who).PostAsync($"leads/{lead}/outcome", new { outcome = "nurture", nextAt = Morning.AddDays(20) })).Is(200);
        Assert.Equal("duplicate", (await host.As("web").PostAsync("leads", new { name = "Zed", email = "zed@example.com", product = "push" })).Is(202)["status"].GetString());
        Assert.Equal((who, LeadState.Owned), (host.NameOf(host.Lead(lead).Owner!.Value), host.Lead(lead).State));
        Assert.Empty(host.Floor.Later);
    }

    [Fact]
    public async Task A_stop_is_final_for_everybody_and_over_a_restart()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Morning));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("push");
        (await host.As("kim").PostAsync($"leads/{lead}/outcome", new { outcome = "nurture", nextAt = Morning.AddDays(1) })).Is(200);
        (await host.As("lee").PostAsync($"leads/{lead}/stop")).Refused(404, "unknown");
        var told = (await host.As("kim").PostAsync($"leads/{lead}/stop", new { reason = "Asked for it" })).Is(200);
        Assert.Equal(("lost", Morning), (told["state"].GetString(), told["stoppedAt"].GetDateTimeOffset()));
        (await host.As("kim").PostAsync($"leads/{lead}/stop")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "reached" })).Refused(409, "wrong-state");

        await using var again = await host.AgainAsync();
        await again.PassAsync(TimeSpan.FromDays(2), f => f.Day.Day == 4);
        Assert.DoesNotContain(again.Floor.Leads.Values, l => l.Owner is not null);
        Assert.Empty(again.Floor.Later);
    }

    [Theory]
    [InlineData("""{ "outcome": "won", "nextAt": "2026-04-02T09:00:00Z" }""", "nextAt")]
    [InlineData("""{ "outcome": "nurture", "nextAt": "2026-03-01T09:00:00Z" }""", "nextAt")]
    [InlineData("""{ "outcome": "nurture", "nextAt": "2026-04-02T09:00:00Z", "keep": "me" }""", "keep")]
    [InlineData("""{ "outcome": "nurture", "keep": "pool" }""", "keep")]
    public async Task What_cannot_be_is_refused_by_field(string body, string field)
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Morning));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("push");
        (await host.As("kim").PostAsync($"leads/{lead}/outcome", body)).Names(field);
    }
}
