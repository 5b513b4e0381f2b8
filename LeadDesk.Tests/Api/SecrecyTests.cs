using LeadDesk.Tests.Live;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>What nobody may see before it is theirs: every answer, page, live frame and log line is searched for it.</summary>
public sealed class SecrecyTests
{
    private const string Canary = "canary7Q";

    /// <summary>Long enough not to stand in an id or a trace by chance.</summary>
    private const string Number = "70317031";

    private static readonly string[] Reads =
    [
        "me", "desk", "lanes", "floor", "floor-file", "ledger?lane=blind", "ledger?lane=blind&rep=me", "ledger?lane=shark&rep=me", "ledger/entries/1/receipt",
        "/desk", "/floor", "/", "/sign-in", "/openapi/v1.json", "/health/ready", "/health/live", "/not-found",
    ];

    private static object Whole(string product) => new
    {
        name = Canary + "-name",
        email = Canary + "@example.com",
        phone = "+1 555 70317031",
        message = Canary + "-message",
        company = Canary + "-company",
        companySize = 70_317_031,
        industry = Canary + "-industry",
        value = 70_317_031,
        postcode = Canary + "-postcode",
        country = Canary + "-country",
        language = Canary + "-language",
        preferredChannel = Canary + "-channel",
        contactHours = Canary + "-hours",
        externalId = Canary + "-external",
        region = product == "blind" ? Canary + "-region" : "NW",
        utm_source = Canary + "-utm",
        consent = Canary + "-consent",
        fields = new { x = Canary + "-field" },
        product,
        requestKind = "quote",
    };

    [Fact]
    public async Task Nothing_of_a_blind_lead_is_told_to_those_who_may_not_see_it_until_it_is_pulled()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "mia", "lee");
        var heard = new List<string>();
        await using var kims = await host.HubAsync("kim");
        await using var mias = await host.HubAsync("mia");
        await using var walls = await host.HubAsync("wall");
        var lead = (await host.As("web").PostAsync("leads", Whole("blind"))).Is(202).Id!;
        foreach (var who in new[] { "kim", "mia", "wall" })
        {
            foreach (var read in Reads)
            {
                heard.Add($"{who} {read}: {(await host.As(who).GetAsync(read, read[0] == '/' ? "text/html" : "application/json")).Text}");
            }

            foreach (var read in new[] { "", "/history", "/receipt" })
            {
                heard.Add((await host.As(who).GetAsync($"leads/{lead}{read}")).Refused(404, "unknown").Text);
            }

            foreach (var verb in new[] { "claim", "accept", "pass", "more-time", "release" })
            {
                heard.Add((await host.As(who).PostAsync($"leads/{lead}/{verb}", new { version = 0 })).Text);
            }
        }

        // Something that each of them is told, so that everything before it has arrived.
        await SettleAsync(host, kims, "kim");
        await SettleAsync(host, mias, "mia");
        heard.AddRange([.. kims.Frames, .. mias.Frames, .. walls.Frames]);
        Assert.Contains(heard, h => h.Contains("\"1-2\"", StringComparison.Ordinal));
        Assert.Contains(heard, h => h.StartsWith("kim /desk: <!DOCTYPE html>", StringComparison.OrdinalIgnoreCase));
        AssertSilent(heard, lead);
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(Canary, StringComparison.Ordinal) || l.Contains(Number, StringComparison.Ordinal));

        var pulled = (await host.As("lee").PostAsync("desk/next")).Is(200);
        Assert.Equal(lead, pulled.Id);
        Assert.Contains(Canary + "-message", pulled.Text, StringComparison.Ordinal);
        await SettleAsync(host, kims, "kim");
        AssertSilent([.. kims.Frames, .. walls.Frames, (await host.As("kim").GetAsync("desk")).Text, (await host.As("kim").GetAsync($"leads/{lead}")).Text], lead);
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shark_tank_tells_the_category_and_no_more_until_it_is_taken()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "mia");
        await using var kims = await host.HubAsync("kim");
        var lead = (await host.As("web").PostAsync("leads", Whole("shark"))).Is(202).Id!;
        var alert = (await kims.MessageAsync("AlertRaised"))[0];
        var seen = (await host.As("kim").GetAsync($"leads/{lead}")).Is(200);
        var desk = (await host.As("mia").GetAsync("desk")).Is(200);

        var preview = alert.GetProperty("preview");
        Assert.Equal(("shark", "web", "NW", "quote"), (preview.GetProperty("product").GetString(), preview.GetProperty("source").GetString(), preview.GetProperty("region").GetString(), preview.GetProperty("requestKind").GetString()));
        Assert.Equal(["due", "product", "region", "requestKind", "sentAt", "source"], preview.EnumerateObject().Where(m => m.Value.ValueKind != System.Text.Json.JsonValueKind.Null).Select(m => m.Name).Order(StringComparer.Ordinal));
        (await host.As("kim").GetAsync($"leads/{lead}/history")).Refused(404, "unknown");
        foreach (var text in kims.Frames.Append(seen.Text).Append(desk.Text).Append(alert.GetRawText()))
        {
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Number, text, StringComparison.Ordinal);
        }

        (await host.As("mia").PostAsync($"leads/{lead}/claim")).Is(200);
        var ended = await kims.MessageAsync("AlertEnded");
        var refused = (await host.As("kim").PostAsync($"leads/{lead}/claim")).Refused(409, "already-taken");
        Assert.DoesNotContain(Canary, ended.GetRawText() + refused.Text, StringComparison.Ordinal);
        (await host.As("kim").GetAsync($"leads/{lead}")).Refused(404, "unknown");
    }

    [Fact]
    public async Task Neither_tokens_nor_passwords_nor_leads_are_in_the_servers_log()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await using (var hub = await host.HubAsync("kim"))
        {
            await host.LeadAsync("cherry", new { message = Canary });
            await hub.MessageAsync("DeskChanged");
        }

        (await host.As("web").PostAsync("leads", $$"""{ "name": "{{Canary}}" }""")).Is(400);
        (await host.As("web").PostAsync("leads", $$"""{ "name": "{{Canary}}" """)).Is(400);
        (await host.As("kim").PostAsync("leads/not-there/claim", $$"""{ "x": "{{Canary}}" }""")).Is(404);
        (await host.As("ada").PutAsync("floor-file", $$"""{ "people": [ { "name": "N", "email": "n@example.com", "password": "{{Canary}}" } ] }""")).Is(400);

        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(Canary, StringComparison.Ordinal) || l.Contains("token-of-", StringComparison.Ordinal));
    }

    private static async Task SettleAsync(DeskHost host, RawHub hub, string who)
    {
        (await host.As(who).PutAsync("desk/presence", new { presence = "break" })).Is(200);
        await hub.MessageAsync("DeskChanged", a => a[0].GetProperty("presence").GetString() == "break");
        (await host.As(who).PutAsync("desk/presence", new { presence = "available" })).Is(200);
        await hub.MessageAsync("DeskChanged", a => a[0].GetProperty("presence").GetString() == "available");
    }

    private static void AssertSilent(IEnumerable<string> heard, string lead)
    {
        foreach (var text in heard)
        {
            Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
            Assert.DoesNotContain(lead, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Number, text, StringComparison.Ordinal);
        }
    }
}
