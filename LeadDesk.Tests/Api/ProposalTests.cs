using System.Text.Json.Nodes;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Rules that a rep proposes, a manager answers, and everybody hears of.</summary>
public sealed class ProposalTests
{
    [Fact]
    public async Task A_rep_proposes_a_manager_reads_what_would_change_publishes_it_and_everybody_is_told_once()
    {
        await using var host = new DeskHost(Floors.With());
        var made = (await host.As("kim").PostAsync("lanes/drafts", await FasterAsync(host), "once")).Is(201);
        Assert.Equal(made.Id, (await host.As("kim").PostAsync("lanes/drafts", await FasterAsync(host), "once")).Is(201).Id);
        Assert.Equal(("open", "kim", "Faster hands", 1), (made["state"].GetString(), made["byName"].GetString(), made["reason"].GetString(), made["version"].GetInt32()));
        Assert.Equal(["Turn: seconds to accept is now 60, was 90."], Changes(made["changes"]));
        Assert.Empty((await host.As("lee").GetAsync("lanes/drafts")).Is(200)["items"].EnumerateArray());
        (await host.As("lee").GetAsync($"lanes/drafts/{made.Id}")).Refused(404, "unknown");
        (await host.As("kim").PostAsync($"lanes/drafts/{made.Id}/publish", new { reason = "mine" })).Refused(403, "forbidden");
        (await host.As("kim").GetAsync("lanes/news")).Is(204);

        await using var again = await host.AgainAsync();
        var read = (await again.As("dana").GetAsync($"lanes/drafts/{made.Id}")).Is(200);
        (await again.As("dana").PostAsync("lanes/dry-run", new { lanes = read["items"] })).Is(200);
        (await again.As("dana").PostAsync($"lanes/drafts/{made.Id}/publish", new { })).Names("reason");
        var put = (await again.As("dana").PostAsync($"lanes/drafts/{made.Id}/publish", new { reason = "Kim is right", version = 1 })).Is(200);
        Assert.Equal((2, 60), (put["version"].GetInt32(), put["items"][3].GetProperty("offerSeconds").GetInt32()));
        (await again.As("dana").PostAsync($"lanes/drafts/{made.Id}/publish", new { reason = "again" })).Refused(404, "unknown");

        var mine = (await again.As("kim").GetAsync("lanes/news")).Is(200);
        Assert.Equal((2, "dana", "Kim is right"), (mine["change"].GetProperty("version").GetInt32(), mine["change"].GetProperty("byName").GetString(), mine["change"].GetProperty("reason").GetString()));
        Assert.Equal(("published", "Kim is right"), (mine["answers"][0].GetProperty("state").GetString(), mine["answers"][0].GetProperty("answer").GetProperty("reason").GetString()));
        var theirs = (await again.As("lee").GetAsync("lanes/news")).Is(200);
        Assert.Equal(["Turn: seconds to accept is now 60, was 90."], Changes(theirs["change"].GetProperty("changes")));
        Assert.Empty(theirs["answers"].EnumerateArray());
        (await again.As("dana").GetAsync("lanes/news")).Is(204);

        await using var last = await again.AgainAsync();
        foreach (var (who, news) in new[] { ("kim", mine), ("lee", theirs) })
        {
            (await last.As(who).PostAsync("lanes/news/seen", new { entry = news["entry"].GetInt64() })).Is(204);
            (await last.As(who).GetAsync("lanes/news")).Is(204);
        }

        Assert.Empty(last.Floor.Proposals);
    }

    [Fact]
    public async Task What_is_declined_is_told_with_its_reason_and_what_is_taken_back_is_gone()
    {
        await using var host = new DeskHost(Floors.With());
        var (one, two) = ((await host.As("kim").PostAsync("lanes/drafts", await FasterAsync(host))).Is(201).Id!, (await host.As("kim").PostAsync("lanes/drafts", await FasterAsync(host))).Is(201).Id!);
        Assert.Equal(2, (await host.As("dana").GetAsync("lanes/drafts")).Is(200)["items"].GetArrayLength());
        (await host.As("dana").PostAsync($"lanes/drafts/{one}/decline", new { })).Names("reason");
        (await host.As("dana").PostAsync($"lanes/drafts/{one}/decline", new { reason = "secret-why" })).Is(204);
        (await host.As("dana").PostAsync($"lanes/drafts/{one}/decline", new { reason = "again" })).Refused(409, "wrong-state");
        (await host.As("lee").SendAsync(HttpMethod.Delete, $"lanes/drafts/{two}", null)).Refused(404, "unknown");
        (await host.As("kim").SendAsync(HttpMethod.Delete, $"lanes/drafts/{two}", null)).Is(204);

        var told = (await host.As("kim").GetAsync("lanes/news")).Is(200);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, told["change"].ValueKind);
        Assert.Equal(("declined", "dana", "secret-why"), (told["answers"][0].GetProperty("state").GetString(), told["answers"][0].GetProperty("answer").GetProperty("byName").GetString(), told["answers"][0].GetProperty("answer").GetProperty("reason").GetString()));
        Assert.Empty((await host.As("dana").GetAsync("lanes/drafts")).Is(200)["items"].EnumerateArray());
        Assert.DoesNotContain(host.Events.ReadFrom(0, int.MaxValue), e => System.Text.Encoding.UTF8.GetString(e.Body).Contains("secret-why", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_lanes_and_a_sixth_that_waits_are_refused_and_a_change_that_was_changed_back_is_no_news()
    {
        await using var host = new DeskHost(Floors.With());
        (await host.As("kim").PostAsync("lanes/drafts", new { lanes = new[] { new { key = "x", method = "nonsense" } }, reason = "x" })).Names("lanes[0].method");
        (await host.As("kim").PostAsync("lanes/drafts", new { lanes = Array.Empty<object>(), reason = "x" })).Names("lanes");
        for (var i = 0; i < 5; i++)
        {
            (await host.As("kim").PostAsync("lanes/drafts", await FasterAsync(host))).Is(201);
        }

        (await host.As("kim").PostAsync("lanes/drafts", await FasterAsync(host))).Names("lanes");
        (await host.As("dana").PutAsync("lanes", await FasterAsync(host))).Is(200);
        (await host.As("lee").GetAsync("lanes/news")).Is(200);
        (await host.As("dana").PostAsync("lanes/versions/1/return")).Is(200);
        (await host.As("lee").GetAsync("lanes/news")).Is(204);
    }

    private static async Task<object> FasterAsync(DeskHost host)
    {
        var lanes = JsonNode.Parse((await host.As("kim").GetAsync("lanes")).Is(200)["items"].GetRawText())!.AsArray();
        lanes[3]!["offerSeconds"] = 60;
        return new { lanes, reason = "Faster hands" };
    }

    private static IEnumerable<string?> Changes(System.Text.Json.JsonElement list) => list.EnumerateArray().Select(c => c.GetString());
}
