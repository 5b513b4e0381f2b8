using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Warm-up over HTTP: a live transfer with what was asked, a booked call, and the same after a restart.</summary>
public sealed class WarmUpTests
{
    private const string Lane = """
        { "key": "warm", "name": "Warm", "method": "warmUp", "fallback": "managers", "firstAttemptMinutes": 600, "settings": { "script": ["Budget", "When"], "seniorTeams": ["closers"], "transferSeconds": 30 } }
        """;

    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_customer_on_the_line_rings_at_the_seniors_with_the_script_answered_and_goes_to_the_first()
    {
        await using var host = new DeskHost(Floor());
        await host.ComeAsync("kim", "zoe", "yan");
        var lead = await WarmAsync(host);
        var (kim, zoe, yan) = (host.As("kim"), host.As("zoe"), host.As("yan"));
        Assert.Equal(["Budget", "When"], (await kim.GetAsync($"leads/{lead}")).Is(200)["script"].EnumerateArray().Select(q => q.GetString()));
        (await kim.PostAsync($"leads/{lead}/hot-transfer", new { script = new { Budget = "5000" } })).Names("script.When");
        (await zoe.PostAsync($"leads/{lead}/hot-transfer", new { })).Refused(404, "unknown");
        (await zoe.PostAsync($"leads/{lead}/claim")).Refused(404, "unknown");

        var rings = (await kim.PostAsync($"leads/{lead}/hot-transfer", new { script = new { Budget = "5000", When = "In June" }, note = "Very kind" })).Is(200);
        Assert.Equal(2, rings["transfer"].GetProperty("ringing").GetInt32());
        var alert = (await zoe.GetAsync("desk")).Is(200)["alerts"][0];
        Assert.Equal((lead, true, "kim"), (alert.GetProperty("leadId").GetString(), alert.GetProperty("onTheLine").GetBoolean(), alert.GetProperty("byName").GetString()));
        Assert.Equal(TimeSpan.FromSeconds(30), alert.GetProperty("endsAt").GetDateTimeOffset() - alert.GetProperty("raisedAt").GetDateTimeOffset());
        Assert.DoesNotContain("5000", (await zoe.GetAsync("desk")).Text, StringComparison.Ordinal);

        (await yan.PostAsync($"leads/{lead}/pass", new { reason = "In a meeting" })).Is(200);
        var taken = (await zoe.PostAsync($"leads/{lead}/claim")).Is(200);
        Assert.Contains("Budget: 5000\\nWhen: In June\\nVery kind", taken.Text, StringComparison.Ordinal);
        Assert.Equal("zoe", (await kim.PostAsync($"leads/{lead}/claim")).Refused(409, "already-taken")["byName"].GetString());
        var history = (await host.As("dana").GetAsync($"leads/{lead}/history")).Is(200).Json.EnumerateArray().ToList();
        Assert.Equal("In a meeting", history.Single(h => h.GetProperty("act").GetString() == "transfer-declined").GetProperty("text").GetString());
        Assert.DoesNotContain("5000", string.Join('\n', host.Events.ReadFrom(0, int.MaxValue).Select(e => System.Text.Encoding.UTF8.GetString(e.Body))), StringComparison.Ordinal);

        (await zoe.PostAsync($"leads/{lead}/release", new { reason = "No budget at all" })).Is(200);
        Assert.Equal("kim", host.NameOf(host.Lead(lead).Owner!.Value));
        Assert.Equal("It came back to you: the senior you had warmed it up for gave it back.", (await kim.GetAsync($"leads/{lead}")).Is(200)["why"].GetString());
    }

    [Fact]
    public async Task Nobody_takes_it_in_thirty_seconds_also_over_a_restart_and_a_call_is_booked_once()
    {
        var clock = new HandClock(Noon);
        await using var host = new DeskHost(Floor(), clock);
        await host.ComeAsync("kim", "zoe");
        var lead = await WarmAsync(host);
        (await host.As("kim").PostAsync($"leads/{lead}/hot-transfer", new { script = new { Budget = "1", When = "2" } })).Is(200);

        await using var again = await host.AgainAsync();
        var kim = again.As("kim");
        Assert.Equal(1, (await again.As("zoe").GetAsync("desk")).Is(200)["alerts"].GetArrayLength());
        await again.PassAsync(TimeSpan.FromSeconds(31), f => f.Transfers.IsEmpty);
        Assert.Equal("timedOut", (await kim.GetAsync($"leads/{lead}")).Is(200)["transfer"].GetProperty("end").GetString());

        var slot = (await kim.GetAsync($"leads/{lead}/slots")).Is(200)["items"][0];
        var (to, at) = (slot.GetProperty("personId").GetString(), slot.GetProperty("at").GetDateTimeOffset());
        (await kim.PostAsync($"leads/{lead}/book", new { to, at = at.AddMinutes(7).AddDays(90) })).Refused(409, "slot-taken");
        (await kim.PostAsync($"leads/{lead}/book", new { to, at = "9999-12-31T23:45:00Z" })).Refused(409, "slot-taken");
        (await kim.PostAsync($"leads/{lead}/book", new { at })).Names("to");
        (await kim.PostAsync($"leads/{lead}/book", new { to, at, note = "Likes gold" })).Is(200);
        var owner = again.NameOf(again.Lead(lead).Owner!.Value);
        var parked = (await again.As(owner).GetAsync("desk")).Is(200)["parked"][0];
        Assert.Equal((lead, at), (parked.GetProperty("id").GetString(), parked.GetProperty("nextAt").GetDateTimeOffset()));

        (await again.As(owner).PostAsync($"leads/{lead}/outcome", new { outcome = "won", value = 100 })).Is(200);
        Assert.Equal(["Close", "Assist"], again.Lead(lead).Credits.Select(c => c.Kind.ToString()));
        Assert.True((await again.As("dana").GetAsync("audit/verify")).Is(200)["ok"].GetBoolean());
    }

    private static string Floor() => Floors.With(Lane, more: $"{Floors.Person("zoe", "rep", more: """, "teams": ["closers"]""")}, {Floors.Person("yan", "rep", more: """, "teams": ["closers"]""")}")
        .Replace("\"lanes\":", """ "teams": [ { "key": "closers", "name": "Closers" } ], "lanes":""", StringComparison.Ordinal);

    private static async Task<string> WarmAsync(DeskHost host)
    {
        var lead = await host.LeadAsync("ring");
        (await host.As("kim").PostAsync($"leads/{lead}/accept")).Is(200);
        return lead;
    }
}
