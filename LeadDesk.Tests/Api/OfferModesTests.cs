using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The ways in which leads are put to people, from the floor file to the claim, over HTTP and over a restart.</summary>
public sealed class OfferModesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private const string Lanes = """
        { "key": "bag", "name": "Leftovers", "when": { "product": ["bag"] }, "method": "grabBag", "leftBehindMinutes": [1, 2], "fallback": "turn", "firstAttemptMinutes": 600 },
        { "key": "wide", "name": "Wide", "when": { "product": ["wide"] }, "method": "staggeredAlert", "rings": [ { "skill": "wide", "forSeconds": 60 }, { "forSeconds": 120 } ], "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "given", "name": "Given", "when": { "product": ["given"] }, "method": "push", "fallback": "managers", "firstAttemptMinutes": 1 },
        { "key": "steps", "name": "Steps", "when": { "product": ["steps"] }, "method": "blend", "stages": ["known", "turn"], "fallback": "managers" },
        { "key": "known", "name": "Known", "when": { "product": ["known"] }, "method": "sticky" },
        { "key": "saved", "name": "Saved", "when": { "product": ["saved", "given"] }, "method": "secondChance", "settings": { "inside": "blindPull", "awayMinutes": 30 }, "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "turn", "name": "Turn", "when": { "product": ["turn"] }, "method": "fairTurn", "fallback": "managers", "firstAttemptMinutes": 600 }
        """;

    private static readonly string Floor = Floors.With(Lanes, more: Floors.Person("eva", "rep", 50, """, "skills": { "wide": 2 }"""));

    [Fact]
    public async Task A_grab_bag_is_claimed_from_the_board_says_what_it_is_and_ends_at_its_exit()
    {
        await using var host = new DeskHost(Floor, new HandClock(Start));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("bag");
        var desk = (await host.As("kim").GetAsync("desk")).Is(200);
        Assert.True(desk["leftovers"].GetBoolean());
        Assert.Equal(lead, desk["board"][0].GetProperty("id").GetString());
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        var left = await host.LeadAsync("bag");
        await host.PassAsync(TimeSpan.FromMinutes(2), f => host.Lead(left).Stay!.Lane == "turn");
        var lanes = (await host.As("dana").GetAsync("lanes")).Is(200)["items"];
        Assert.Contains("worth less", lanes[0].GetProperty("warning").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_staggered_alert_reaches_the_specialist_first_and_everybody_then()
    {
        await using var host = new DeskHost(Floor, new HandClock(Start));
        await host.ComeAsync("kim", "eva");
        var lead = await host.LeadAsync("wide");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Refused(404, "unknown");
        await host.PassAsync(TimeSpan.FromSeconds(60), f => host.Lead(lead).Alerted.Count == 2);
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("eva").PostAsync($"leads/{lead}/claim")).Refused(409, "already-taken");
    }

    [Fact]
    public async Task A_second_chance_is_for_others_also_after_a_restart()
    {
        await using var host = new DeskHost(Floor, new HandClock(Start));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("given");
        var owner = host.NameOf(host.Lead(lead).Owner!.Value);
        var other = owner == "kim" ? "lee" : "kim";
        await host.PassAsync(TimeSpan.FromMinutes(1), f => host.Lead(lead).Stay!.Lane == "saved");

        await using var again = await host.AgainAsync();
        await again.ComeAsync("kim", "lee");
        (await again.As(owner).PostAsync("desk/next", new { lane = "saved" })).Is(204);
        Assert.Equal(lead, (await again.As(other).PostAsync("desk/next", new { lane = "saved" })).Is(200).Id);
        Assert.Contains(again.Events.ReadFrom(0, int.MaxValue), e => e.Act == "entered" && e.Lead == lead && System.Text.Encoding.UTF8.GetString(e.Body).Contains("secondChance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blend_leads_through_its_steps_and_the_receipt_lists_them()
    {
        await using var host = new DeskHost(Floor);
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("steps");
        (await host.As("kim").PostAsync($"leads/{lead}/accept")).Is(200);
        var receipt = (await host.As("kim").GetAsync($"leads/{lead}/receipt")).Is(200);
        Assert.Equal(("turn@1", "steps@1", "fairTurn"), (receipt["laneVersion"].GetString(), receipt["blend"].GetString(), receipt["method"].GetString()));
        Assert.Equal(["known", "turn"], receipt["stages"].EnumerateArray().Select(s => s.GetString()));
        Assert.Contains("It came by Steps: Known → Turn.", receipt["sentence"].GetString(), StringComparison.Ordinal);
        var tried = (await host.As("kim").PostAsync("lanes/try", new { product = "steps" })).Is(200);
        Assert.Contains("Turn", tried.Text, StringComparison.Ordinal);
        var sentence = (await host.As("dana").GetAsync("lanes")).Is(200)["items"][3].GetProperty("sentence").GetString();
        Assert.Contains("step by step: Known, Turn", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_named_by_its_path()
    {
        await using var host = new DeskHost(Floor);
        var dana = host.As("dana");
        (await dana.PutAsync("lanes", new { reason = "x", lanes = new object[] { new { key = "a", method = "blend" } } })).Names("lanes[0].stages");
        (await dana.PutAsync("lanes", """{ "reason": "x", "lanes": [ { "key": "a", "method": "fairTurn", "stages": ["b"] }, { "key": "b", "method": "push" } ] }""")).Names("lanes[0].stages");
        (await dana.PutAsync("lanes", new { reason = "x", lanes = new object[] { new { key = "a", method = "secondChance", settings = new { inside = "push" } } } })).Names("lanes[0].settings.inside");
    }
}
