using System.Text.Json;
using LeadDesk.Domain.Fairness;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The fairness watch over HTTP: who sees whom, in words and figures, and the same after a restart.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task Managers_see_everybody_reps_themselves_and_a_restart_changes_nothing()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);
        var peek = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{peek}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{peek}/release", new { reason = "secret-why" })).Is(200);
        var kept = await host.LeadAsync("cherry");
        (await host.As("lee").PostAsync($"leads/{kept}/claim")).Is(200);
        (await host.As("dana").PostAsync($"leads/{kept}/assign", new { to = kim, reason = "fits", force = true })).Is(200);

        var told = (await host.As("dana").GetAsync("reports/fairness-watch")).Is(200);
        Assert.Equal([(kim, 1, 1), (lee, 0, 1)], People(told, "peeked"));
        Assert.Equal("1 of 2 leads that people pulled or claimed were given back without a try. Nobody stands out.", Figure(told, "peeked").GetProperty("sentence").GetString());
        var given = Assert.Single(told["given"].EnumerateArray());
        Assert.Equal(("dana", kim, 1), (given.GetProperty("byName").GetString(), given.GetProperty("toId").GetString(), given.GetProperty("leads").GetInt32()));
        Assert.Equal(3, told["leftBehind"][0].GetProperty("taken").GetInt32() + 1);

        var mine = (await host.As("lee").GetAsync("reports/fairness-watch")).Is(200);
        Assert.Equal([(lee, 0, 1)], People(mine, "peeked"));
        Assert.Equal((0, 0), (mine["given"].GetArrayLength(), mine["leftBehind"].GetArrayLength()));
        Assert.DoesNotContain(kim, mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-why", told.Text + mine.Text, StringComparison.Ordinal);

        await using var again = await host.AgainAsync();
        Assert.Equal(told.Text, (await again.As("dana").GetAsync("reports/fairness-watch")).Is(200).Text);
    }

    [Fact]
    public async Task As_a_table_it_says_the_same_to_whoever_may_see_it()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var peek = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{peek}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{peek}/release", new { reason = "x" })).Is(200);
        var csv = (await host.As("dana").GetAsync("reports/fairness-watch", "text/csv")).Is(200).Text;
        Assert.Equal(csv, (await host.As("dana").GetAsync("reports/fairness-watch?format=csv")).Is(200).Text);
        var lines = csv.Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("from,until,timeZone,figure,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.Contains(",peeked,", StringComparison.Ordinal) && l.Contains(",kim,", StringComparison.Ordinal) && l.EndsWith(",1,1,0,0,no", StringComparison.Ordinal));
        Assert.DoesNotContain(",kim,", (await host.As("lee").GetAsync("reports/fairness-watch?format=csv")).Is(200).Text, StringComparison.Ordinal);
        (await host.As("dana").GetAsync("reports/fairness-watch?format=xml")).Names("format");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("29")]
    [InlineData("week")]
    public async Task A_span_that_is_not_kept_is_refused_by_name(string days)
    {
        await using var host = new DeskHost(Floors.With());

        (await host.As("dana").GetAsync($"reports/fairness-watch?days={days}")).Names("days");
        (await host.As("wall").GetAsync("reports/fairness-watch")).Refused(403, "forbidden");
        Assert.Equal(Enum.GetValues<WatchKind>().Length, (await host.As("dana").GetAsync("reports/fairness-watch?days=28")).Is(200)["figures"].GetArrayLength());
    }

    private static JsonElement Figure(Told told, string key) => told["figures"].EnumerateArray().Single(f => f.GetProperty("key").GetString() == key);

    private static IEnumerable<(string, int, int)> People(Told told, string key) =>
        Figure(told, key).GetProperty("people").EnumerateArray().Select(p => (p.GetProperty("repId").GetString()!, p.GetProperty("count").GetInt32(), p.GetProperty("of").GetInt32()));
}
