using System.Text.Json;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The answers to a claim, rung by rung.</summary>
public sealed class ClaimTests
{
    private static readonly string Lanes = Floors.OneOfEach + """
        , { "key": "early", "name": "Early", "when": { "product": ["early"] }, "method": "sharkTank", "alertMinMs": 60000, "rings": [ { "forSeconds": 3600 } ], "fallback": "managers" },
        { "key": "cool", "name": "Cool", "when": { "product": ["cool"] }, "method": "cherryPick", "coolDownSeconds": 600, "fallback": "managers" },
        { "key": "line", "name": "Line", "when": { "product": ["line"] }, "method": "cherryPick", "stopTheLine": true, "firstAttemptMinutes": 1, "fallback": "managers" },
        { "key": "skill", "name": "Skill", "when": { "product": ["skill"] }, "method": "cherryPick", "rings": [ { "skill": "ring", "level": 2, "forSeconds": 3600 } ], "fallback": "managers" },
        { "key": "small", "name": "Small", "when": { "product": ["small"] }, "method": "cherryPick", "wipLimit": 1, "fallback": "managers" }
        """;

    [Fact]
    public async Task Without_a_token_it_is_401_and_for_a_source_a_wallboard_and_a_manager_403()
    {
        await using var host = new DeskHost(Floors.With());
        var lead = await host.LeadAsync("cherry");

        (await host.As(null).PostAsync($"leads/{lead}/claim")).Refused(401, "unauthenticated");
        foreach (var who in new[] { "web", "wall", "dana", "ada" })
        {
            (await host.As(who).PostAsync($"leads/{lead}/claim")).Refused(403, "forbidden");
        }

        (await host.As("nobody").PostAsync($"leads/{lead}/claim")).Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task The_body_is_judged_before_the_lead()
    {
        await using var host = new DeskHost(Floors.With());

        var told = (await host.As("kim").PostAsync($"leads/{Guid.NewGuid()}/claim", new { colour = "red" })).Names("colour");

        Assert.Contains("version", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_lead_and_a_missing_one_are_told_in_the_same_words()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var hidden = await host.LeadAsync("blind");
        foreach (var verb in new[] { "claim", "accept", "pass", "more-time", "release" })
        {
            var there = (await host.As("kim").PostAsync($"leads/{hidden}/{verb}")).Refused(404, "unknown");
            var missing = (await host.As("kim").PostAsync($"leads/{Guid.NewGuid()}/{verb}")).Refused(404, "unknown");

            Assert.Equal(Shape(missing), Shape(there));
        }

        foreach (var read in new[] { "", "/history", "/receipt" })
        {
            Assert.Equal(
                Shape((await host.As("kim").GetAsync($"leads/{Guid.NewGuid()}{read}")).Refused(404, "unknown")),
                Shape((await host.As("kim").GetAsync($"leads/{hidden}{read}")).Refused(404, "unknown")));
        }
    }

    [Fact]
    public async Task Whoever_takes_it_sees_it_whole_and_a_second_claim_of_theirs_changes_nothing()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry", new { message = "please call" });

        var taken = (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);

        Assert.Equal("Pat Doe", taken["contact"].GetProperty("name").GetString());
        Assert.Equal("please call", taken["message"].GetString());
        Assert.Equal("owned", taken["state"].GetString());
        Assert.True(taken.Has("actionId"));
        var head = host.Events.HeadSeq;
        Assert.Equal(taken["version"].GetInt64(), (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200)["version"].GetInt64());
        Assert.Equal(head, host.Events.HeadSeq);
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_when_and_by_how_much()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim", "lee");
        foreach (var product in new[] { "cherry", "shark" })
        {
            var lead = await host.LeadAsync(product);
            (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
            var me = (await host.As("kim").GetAsync("me")).Is(200);
            var at = host.Lead(lead).OwnedAt!.Value;
            clock.Advance(TimeSpan.FromMilliseconds(400));

            var told = (await host.As("lee").PostAsync($"leads/{lead}/claim")).Refused(409, "already-taken");

            Assert.Equal(me.Id, told["byId"].GetString());
            Assert.Equal("kim", told["byName"].GetString());
            Assert.Equal(at, told["at"].GetDateTimeOffset());
            Assert.Equal(400, told["marginMs"].GetInt64());
            Assert.Contains("kim", told["detail"].GetString()!, StringComparison.Ordinal);
            Assert.DoesNotContain("Pat", told.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ten_minutes_after_it_was_taken_it_is_gone_for_the_others()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);

        clock.Advance(TimeSpan.FromMinutes(10));

        (await host.As("lee").PostAsync($"leads/{lead}/claim")).Refused(404, "unknown");
    }

    [Fact]
    public async Task What_cannot_be_claimed_is_not_offered()
    {
        await using var host = new DeskHost(Floors.With(more: Floors.Person("meg", "manager", more: ", \"takesLeads\": true")));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Refused(409, "not-offered");
        var blind = await host.LeadAsync("blind");
        (await host.As("meg").PostAsync($"leads/{blind}/claim")).Refused(409, "not-offered");
    }

    [Fact]
    public async Task A_claim_faster_than_a_hand_can_be_is_too_early()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(Lanes), clock);
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("early");

        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Refused(409, "too-early");
        clock.Advance(TimeSpan.FromSeconds(60));
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
    }

    [Fact]
    public async Task The_tests_of_eligibility_answer_in_their_order()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(Lanes, places: 2), clock);
        var kim = host.As("kim");
        async Task Expect(string product, string code, string? id = null)
        {
            var lead = id ?? await host.LeadAsync(product);
            (await kim.PostAsync($"leads/{lead}/claim")).Refused(409, code);
        }

        await Expect("cherry", "not-available");
        await host.ComeAsync("kim");

        // Out of the lane after having seen it: told, but not eligible.
        var first = await host.LeadAsync("cherry");
        (await kim.PutAsync("desk/optIn", new { lane = "cherry", on = false })).Is(200);
        (await kim.PostAsync($"leads/{first}/claim")).Refused(404, "unknown");
        (await kim.PutAsync("desk/optIn", new { lane = "cherry", on = true, perDay = 1 })).Is(200);
        (await kim.PostAsync($"leads/{first}/claim")).Is(200);
        await Expect("cherry", "cap");
        (await kim.PutAsync("desk/optIn", new { lane = "cherry", on = true })).Is(200);
        (await kim.PostAsync($"leads/{await host.LeadAsync("small")}/claim")).Is(200);
        await Expect("cherry", "at-limit");
    }

    [Fact]
    public async Task Who_let_it_go_may_not_have_it_again_and_cools_down_first()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(Lanes), clock);
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/release", new { reason = "a relative" })).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Refused(409, "not-again");

        var cool = await host.LeadAsync("cool");
        (await host.As("kim").PostAsync($"leads/{cool}/claim")).Is(200);
        await host.PassAsync(TimeSpan.FromMinutes(6), f => f.Find(new LeadId(Guid.Parse(cool)))!.Owner is null);
        (await host.As("kim").PostAsync($"leads/{await host.LeadAsync("cool")}/claim")).Refused(409, "cool-down");
        clock.Advance(TimeSpan.FromSeconds(600));
        (await host.As("kim").PostAsync($"leads/{await host.LeadAsync("cool")}/claim")).Is(200);
    }

    [Fact]
    public async Task An_overdue_first_attempt_stops_the_line()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(Lanes).Replace("\"lanes\":", "\"clocks\": { \"breach\": [\"tellManager\"] }, \"lanes\":", StringComparison.Ordinal), clock);
        await host.ComeAsync("kim");
        var mine = await host.LeadAsync("line");
        (await host.As("kim").PostAsync($"leads/{mine}/claim")).Is(200);
        await host.PassAsync(TimeSpan.FromMinutes(2), f => f.Find(new LeadId(Guid.Parse(mine)))!.OwnerLate);

        (await host.As("kim").PostAsync($"leads/{await host.LeadAsync("line")}/claim")).Refused(409, "overdue-first-attempt");
        (await host.As("kim").PostAsync($"leads/{mine}/attempts", new { channel = "call", result = "noAnswer" })).Is(200);
        (await host.As("kim").PostAsync($"leads/{await host.LeadAsync("line")}/claim")).Is(200);
    }

    [Fact]
    public async Task What_everybody_has_passed_stands_on_their_board_and_can_be_claimed()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");
        (await host.As("kim").PostAsync($"leads/{lead}/pass", new { reason = "busy" })).Is(200);

        var board = (await host.As("kim").GetAsync("desk")).Is(200)["board"].EnumerateArray().ToList();

        Assert.Contains(board, l => l.GetProperty("id").GetString() == lead);
        (await host.As("lee").PostAsync($"leads/{lead}/claim")).Refused(404, "unknown");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
    }

    [Fact]
    public async Task An_older_look_at_a_lead_is_stale_and_told_why()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        var version = (await host.As("dana").GetAsync($"leads/{lead}")).Is(200)["version"].GetInt64();
        (await host.As("kim").PostAsync($"leads/{lead}/claim", new { version })).Is(200);

        var told = (await host.As("lee").PostAsync($"leads/{lead}/claim", new { version })).Refused(409, "stale");

        Assert.Equal("kim", told["byName"].GetString());
        Assert.Equal(JsonValueKind.Number, told["marginMs"].ValueKind);
        Assert.Equal(host.Lead(lead).OwnedAt, told["at"].GetDateTimeOffset());
    }

    private static DateTimeOffset Start { get; } = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    private static string Shape(Told told) =>
        string.Join('\n', told.Json.EnumerateObject().Select(m => m.Name == "traceId" ? "traceId" : $"{m.Name}={m.Value}"));
}
