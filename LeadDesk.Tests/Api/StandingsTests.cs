using System.Text.Json;
using LeadDesk.App.Rules;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Who stands where, over HTTP: for everybody who works here, with names as the rule allows.</summary>
public sealed class StandingsTests
{
    private const string Best = """{ "key": "best", "name": "Best", "when": { "product": ["best"] }, "method": "topProducer", "settings": { "capPercent": 50, "floorPercent": 10, "explorePercent": 0 }, "firstAttemptMinutes": 600 }""";
    private const string Hidden = """{ "key": "hidden", "name": "Hidden", "when": { "product": ["hidden"] }, "method": "leaderboard", "names": false, "firstAttemptMinutes": 600 }""";
    private const string Rate = """{ "key": "rate", "name": "Rate", "when": { "product": ["rate"] }, "method": "conversionProportional", "firstAttemptMinutes": 600 }""";

    [Fact]
    public async Task Everybody_reads_who_stands_where_and_why_and_a_restart_changes_nothing()
    {
        await using var host = new DeskHost(Floors.With($"{Floors.OneOfEach}, {Best}, {Hidden}, {Rate}"), new HandClock(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero)));
        await host.ComeAsync("kim", "lee");
        await WinAsync(host, "kim", 6, 5);
        await WinAsync(host, "lee", 6, 1);
        await host.PassAsync(TimeSpan.FromDays(40), f => f.Day.Month == 4);
        await host.ComeAsync("kim", "lee");

        var told = (await host.As("mia").GetAsync("lanes/best/standings")).Is(200);
        Assert.Equal(["kim", "lee"], People(told).Where(p => p.GetProperty("received").GetInt32() > 0).OrderBy(p => p.GetProperty("place").GetInt32()).Select(p => p.GetProperty("name").GetString()));
        var kim = People(told).Single(p => p.GetProperty("name").GetString() == "kim");
        Assert.Equal((6, 5, 0.577m), (kim.GetProperty("received").GetInt32(), kim.GetProperty("won").GetInt32(), kim.GetProperty("rate").GetDecimal()));
        Assert.StartsWith("5 of 6 won: 58", kim.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Today 0; the next may make it 1 at most.", kim.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal((50, 10, 0, 0.5m), (told["capPercent"].GetInt32(), told["floorPercent"].GetInt32(), told["explorePercent"].GetInt32(), told["teamRate"].GetDecimal()));
        Assert.Equal("Only 6 so far that came by turn or unseen, and fewer than 20 count as the average.", People((await host.As("mia").GetAsync("lanes/rate/standings")).Is(200)).First(p => p.GetProperty("received").GetInt32() > 0).GetProperty("sentence").GetString());
        Assert.Contains(host.Services.GetRequiredService<StandingsReading>().All(host.Floor.People[0].Number, host.Floor), s => s.Standings.Lane == "hidden");

        await using var again = await host.AgainAsync();
        Assert.Equal(told.Text, (await again.As("mia").GetAsync("lanes/best/standings")).Is(200).Text);
    }

    [Fact]
    public async Task A_rule_without_names_tells_colleagues_no_name_and_no_id_and_managers_all()
    {
        await using var host = new DeskHost(Floors.With($"{Floors.OneOfEach}, {Hidden}"));
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);

        var mine = (await host.As("kim").GetAsync("lanes/hidden/standings")).Is(200);
        Assert.Equal(kim, Assert.Single(People(mine), p => p.GetProperty("name").ValueKind != JsonValueKind.Null).GetProperty("repId").GetString());
        Assert.DoesNotContain(lee, mine.Text, StringComparison.Ordinal);
        Assert.All(People((await host.As("dana").GetAsync("lanes/hidden/standings")).Is(200)), p => Assert.NotNull(p.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Who_does_not_work_here_is_refused_and_a_lane_that_does_not_rank_says_so()
    {
        await using var host = new DeskHost(Floors.With($"{Floors.OneOfEach}, {Best}"));
        (await host.As("wall").GetAsync("lanes/best/standings")).Refused(403, "forbidden");
        (await host.As("web").GetAsync("lanes/best/standings")).Refused(403, "forbidden");
        (await host.As(null).GetAsync("lanes/best/standings")).Refused(401, "unauthenticated");
        (await host.As("kim").GetAsync("lanes/cherry/standings")).Refused(404, "no-standings");
        (await host.As("kim").GetAsync("lanes/nowhere/standings")).Refused(404, "unknown");
    }

    private static IEnumerable<JsonElement> People(Told told) => told["people"].EnumerateArray();

    /// <summary>Leads pulled without seeing them, of which so many were won.</summary>
    private static async Task WinAsync(DeskHost host, string who, int leads, int wins)
    {
        for (var i = 0; i < leads; i++)
        {
            await host.LeadAsync("blind");
            var lead = (await host.As(who).PostAsync("desk/next", new { lane = "blind" })).Is(200).Id!;
            (await host.As(who).PostAsync($"leads/{lead}/outcome", new { outcome = i < wins ? "won" : "lost", reason = "x" })).Is(200);
        }
    }
}
