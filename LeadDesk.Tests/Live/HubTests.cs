using System.Text.Json;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Api;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>The live feed, as any client of SignalR's JSON protocol gets it.</summary>
public sealed class HubTests
{
    [Fact]
    public async Task Hello_brings_the_whole_desk_if_the_callers_is_older()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await using var hub = await host.HubAsync("kim");
        await hub.HelloAsync();

        var desk = (await hub.MessageAsync("DeskChanged"))[0];

        Assert.Equal("available", desk.GetProperty("presence").GetString());
        foreach (var name in new[] { "version", "at", "presence", "presenceSince", "places", "waiting", "offers", "alerts", "board", "boardMore", "mine", "parked", "today" })
        {
            Assert.True(desk.TryGetProperty(name, out _), name);
        }
    }

    [Fact]
    public async Task Without_a_token_or_with_a_sources_there_is_no_feed()
    {
        await using var host = new DeskHost(Floors.With());
        await Assert.ThrowsAnyAsync<Exception>(() => RawHub.ConnectAsync($"{host.Url}/hubs/desk"));
        await Assert.ThrowsAnyAsync<Exception>(() => host.HubAsync("web"));
        await Assert.ThrowsAnyAsync<Exception>(() => host.HubAsync("nobody"));
        (await host.As(null).PostAsync("/hubs/desk/negotiate?negotiateVersion=1")).Is(401);
        (await host.As("web").PostAsync("/hubs/desk/negotiate?negotiateVersion=1")).Is(403);
        Assert.True((await host.As("kim").PostAsync("/hubs/desk/negotiate?negotiateVersion=1")).Is(200).Has("connectionToken"));
    }

    [Fact]
    public async Task An_offer_is_made_and_ends_with_its_reason_and_whose_it_is_now()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await using var hub = await host.HubAsync("kim");
        var first = await host.LeadAsync("turn");
        var made = (await hub.MessageAsync("OfferMade"))[0];
        Assert.Equal((first, "turn"), (made.GetProperty("leadId").GetString(), made.GetProperty("lane").GetString()));
        (await host.As("kim").PostAsync($"leads/{first}/accept")).Is(200);
        Assert.Equal((first, "accepted", "kim"), Ended(await hub.MessageAsync("OfferEnded")));
        Assert.Equal(first, (await hub.MessageAsync("LeadChanged"))[0].GetProperty("id").GetString());

        await host.ComeAsync("lee");
        (await host.As("lee").PutAsync("desk/presence", new { presence = "away" })).Is(200);
        var second = await host.LeadAsync("turn");
        await hub.MessageAsync("OfferMade", a => a[0].GetProperty("leadId").GetString() == second);
        await host.ComeAsync("lee");
        (await host.As("kim").PostAsync($"leads/{second}/pass", new { reason = "hush" })).Is(200);
        Assert.Equal((second, "passed", "lee"), Ended(await hub.MessageAsync("OfferEnded")));

        (await host.As("lee").PutAsync("desk/presence", new { presence = "away" })).Is(200);
        var third = await host.LeadAsync("turn");
        await hub.MessageAsync("OfferMade", a => a[0].GetProperty("leadId").GetString() == third);
        (await host.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200);
        Assert.Equal((third, "withdrawn", null), Ended(await hub.MessageAsync("OfferEnded")));
        await host.ComeAsync("kim");
        await hub.MessageAsync("OfferMade", a => a[0].GetProperty("leadId").GetString() == third);
        var lee = (await host.As("lee").GetAsync("me")).Id;
        (await host.As("dana").PostAsync($"leads/{third}/assign", new { to = lee, reason = "hers", force = true })).Is(200);
        Assert.Equal((third, "reassigned", "lee"), Ended(await hub.MessageAsync("OfferEnded")));
        Assert.DoesNotContain(hub.Frames, f => f.Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_offer_that_nobody_answers_has_timed_out()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.Zero));
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        await using var hub = await host.HubAsync("kim");
        var lead = await host.LeadAsync("turn");
        await hub.MessageAsync("OfferMade");

        await host.PassAsync(TimeSpan.FromSeconds(91), f => f.Find(new LeadId(Guid.Parse(lead)))!.Offer is null);
        var ended = hub.MessageAsync("OfferEnded");
        await host.MoveUntilAsync(ended);

        Assert.Equal((lead, "timedOut", null), Ended(await ended));
    }

    [Fact]
    public async Task An_alert_rings_and_ends_with_the_winner_and_the_margin()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        await using var kims = await host.HubAsync("kim");
        await using var lees = await host.HubAsync("lee");
        var lead = await host.LeadAsync("shark");
        var alert = (await kims.MessageAsync("AlertRaised"))[0];
        await lees.MessageAsync("AlertRaised");
        var taken = (await host.As("lee").PostAsync($"leads/{lead}/claim")).Is(200);

        var ended = await kims.MessageAsync("AlertEnded");

        var margin = (long)(taken["ownedAt"].GetDateTimeOffset() - alert.GetProperty("raisedAt").GetDateTimeOffset()).TotalMilliseconds;
        Assert.Equal((lead, "lee", margin), (ended[0].GetString(), ended[1].GetString(), ended[2].GetInt64()));
        Assert.Equal("lee", (await lees.MessageAsync("AlertEnded"))[1].GetString());
        Assert.Equal(lead, (await lees.MessageAsync("LeadChanged"))[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_alert_that_older_ones_push_out_of_sight_has_not_ended()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var leads = new List<string>();
        for (var i = 0; i < 51; i++)
        {
            leads.Add(await host.LeadAsync("shark"));
        }

        (await host.As("lee").PostAsync($"leads/{leads[0]}/claim")).Is(200);
        await using var hub = await host.HubAsync("kim");
        await hub.HelloAsync();
        Assert.Equal(leads.Skip(1).Order(StringComparer.Ordinal), Ringing((await hub.MessageAsync("DeskChanged"))[0]).Order(StringComparer.Ordinal));

        (await host.As("lee").PostAsync($"leads/{leads[0]}/release", new { reason = "lunch" })).Is(200);

        var desk = (await hub.MessageAsync("DeskChanged", a => a[0].GetProperty("alertsMore").GetBoolean()))[0];
        Assert.Equal((leads[0], 50), (Ringing(desk)[0], Ringing(desk).Count));
        Assert.DoesNotContain(hub.Frames, f => f.Contains("AlertEnded", StringComparison.Ordinal));

        static List<string> Ringing(JsonElement shown) => [.. shown.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("leadId").GetString()!)];
    }

    [Theory]
    [InlineData("presence")]
    [InlineData("optIn")]
    public async Task An_alert_ends_for_who_goes_and_rings_again_for_who_comes_back(string how)
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        await using var hub = await host.HubAsync("kim");
        var lead = await host.LeadAsync("shark");
        await hub.MessageAsync("AlertRaised");

        await GoAsync(false);
        var ended = await hub.MessageAsync("AlertEnded");
        Assert.Equal((lead, JsonValueKind.Null, JsonValueKind.Null), (ended[0].GetString(), ended[1].ValueKind, ended[2].ValueKind));
        Assert.Empty((await host.As("kim").GetAsync("desk")).Is(200)["alerts"].EnumerateArray());
        await GoAsync(true);
        Assert.Equal(lead, (await hub.MessageAsync("AlertRaised"))[0].GetProperty("leadId").GetString());
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);

        async Task GoAsync(bool back) => (how == "presence"
            ? await host.As("kim").PutAsync("desk/presence", new { presence = back ? "available" : "away" })
            : await host.As("kim").PutAsync("desk/optIn", new { lane = "shark", on = back })).Is(200);
    }

    [Fact]
    public async Task The_version_never_goes_back_and_the_last_picture_is_the_true_one()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await using var hub = await host.HubAsync("kim");
        var leads = await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            await hub.HelloAsync();
            var lead = await host.LeadAsync("cherry");
            return (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200).Id!;
        }));
        var (note, last) = (leads[^1], host.Floor.Seq);
        (await host.As("kim").PostAsync($"leads/{note}/attempts", new { channel = "call", result = "reached" })).Is(200);

        var final = (await hub.MessageAsync("DeskChanged", a => a[0].GetProperty("version").GetInt64() > last))[0];

        Assert.Equal(leads.Order(StringComparer.Ordinal), final.GetProperty("mine").EnumerateArray().Select(l => l.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        var versions = hub.Frames.Select(f => JsonSerializer.Deserialize<JsonElement>(f)).Where(f => f.TryGetProperty("target", out var t) && t.GetString() == "DeskChanged")
            .Select(f => f.GetProperty("arguments")[0].GetProperty("version").GetInt64()).ToList();
        Assert.Equal(versions.Order(), versions);
    }

    [Fact]
    public async Task Managers_are_told_what_changed_on_the_floor()
    {
        await using var host = new DeskHost(Floors.With());
        await using var hub = await host.HubAsync("dana");
        var lead = await host.LeadAsync("cherry");

        var changed = (await hub.MessageAsync("FloorChanged", a => a[0].GetProperty("leads").EnumerateArray().Any(l => l.GetProperty("id").GetString() == lead)))[0];
        Assert.True(changed.GetProperty("since").GetInt64() < changed.GetProperty("version").GetInt64());
        Assert.Equal(1, changed.GetProperty("counts").GetProperty("waiting").GetInt32());

        await host.ComeAsync("kim");
        await hub.MessageAsync("FloorChanged", a => a[0].GetProperty("people").EnumerateArray().Any(p => p.GetProperty("name").GetString() == "kim" && p.GetProperty("presence").GetString() == "available"));
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/outcome", new { outcome = "lost" })).Is(200);
        await hub.MessageAsync("FloorChanged", a => a[0].GetProperty("gone").EnumerateArray().Any(l => l.GetString() == lead));
    }

    [Fact]
    public async Task A_wall_is_told_counts_and_bands_and_nothing_else()
    {
        await using var host = new DeskHost(Floors.With());
        await using var hub = await host.HubAsync("wall");
        await host.LeadAsync("blind");
        await host.LeadAsync("cherry", new { message = "hush" });

        var wall = (await hub.MessageAsync("WallChanged", a => a[0].GetProperty("counts").GetProperty("waiting").GetInt32() == 2))[0];

        Assert.Contains(wall.GetProperty("waiting").EnumerateArray(), w => w.GetProperty("lane").GetString() == "blind" && w.GetProperty("band").GetString() == "1-2");
        Assert.DoesNotContain(hub.Frames, f => f.Contains("hush", StringComparison.Ordinal) || f.Contains("DeskChanged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reps_feed_says_nothing_of_other_peoples_leads()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        await using var hub = await host.HubAsync("kim");
        var lead = await host.LeadAsync("blind", new { message = "hush" });
        (await host.As("lee").PostAsync("desk/next")).Is(200);
        (await host.As("lee").PostAsync($"leads/{lead}/note", new { text = "hush" })).Is(200);
        (await host.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200);
        await hub.MessageAsync("DeskChanged", a => a[0].GetProperty("presence").GetString() == "break");

        Assert.DoesNotContain(hub.Frames, f => f.Contains("hush", StringComparison.Ordinal) || f.Contains(lead, StringComparison.Ordinal) || f.Contains("FloorChanged", StringComparison.Ordinal));
    }

    private static (string? Lead, string? Why, string? To) Ended(JsonElement arguments) => (arguments[0].GetString(), arguments[1].GetString(), arguments[2].GetString());
}
