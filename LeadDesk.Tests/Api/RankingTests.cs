using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The rankings over HTTP: set by a file or by PUT, tried, told in a receipt, and the same after a restart.</summary>
public sealed class RankingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task People_in_an_order_go_by_address_in_a_file_by_id_in_a_lane_and_by_name_in_words()
    {
        await using var host = new DeskHost(Floors.With(Lane("strictRotation", """{ "order": ["rob@example.com", "KIM@example.com"], "keepMissed": true }""")));
        await host.ComeAsync("kim", "lee", "rob");
        var dana = host.As("dana");
        Assert.Equal([IdOf(host, "rob"), IdOf(host, "kim")], (await dana.GetAsync("lanes")).Is(200)["items"][0].GetProperty("settings").GetProperty("order").EnumerateArray().Select(p => p.GetString()));
        Assert.Contains("\"rob@example.com\",", (await host.As("ada").GetAsync("floor-file")).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(["rob", "kim", "lee", "rob"], await GivenAsync(host, 4));

        var tried = (await host.As("lee").PostAsync("lanes/try", new { product = "x" })).Is(200);
        Assert.Equal(IdOf(host, "kim"), tried["chosen"].GetString());
        var lead = await host.LeadAsync("x");
        (await host.As("kim").PostAsync($"leads/{lead}/accept")).Is(200);
        var receipt = (await host.As("kim").GetAsync($"leads/{lead}/receipt")).Is(200);
        Assert.Equal(("order", "It went to you in x: next in the fixed order."), (receipt["ground"].GetString(), receipt["sentence"].GetString()));

        (await dana.PutAsync("lanes", $$"""{ "reason": "Lee first", "lanes": [ {{Lane("strictRotation", """{ "order": ["lee@example.com", "rob@example.com"] }""")}} ] }""")).Is(200);
        Assert.Equal(
            ["x: keep one missed turn is now not set, was yes.", "x: order of people is now lee, rob, was rob, kim."],
            (await dana.GetAsync("lanes/versions?limit=1")).Is(200)["items"][0].GetProperty("changes").EnumerateArray().Select(c => c.GetString()!).Order(StringComparer.Ordinal));
        (await dana.PutAsync("lanes", $$"""{ "reason": "x", "lanes": [ {{Lane("strictRotation", """{ "order": ["lee@example.com", "nobody@example.com"] }""")}} ] }""")).Names("lanes[0].settings.order[1]");

        await using var again = await host.AgainAsync();
        Assert.Equal(["lee", "rob", "kim", "lee"], await GivenAsync(again, 4));
    }

    [Fact]
    public async Task A_file_names_people_whom_it_brings_along_and_nobody_else()
    {
        await using var host = new DeskHost(Floors.With());
        var ada = host.As("ada");
        (await ada.PutAsync("floor-file", $$"""{ "lanes": [ {{Lane("huntGroup", """{ "kind": "linear", "order": ["gone@example.com"] }""")}} ] }""")).Names("lanes[0].settings.order[0]");
        (await ada.PutAsync("floor-file", $$"""{ "people": [ {{Floors.Person("new", "rep")}} ], "lanes": [ {{Lane("huntGroup", """{ "kind": "linear", "order": ["new@example.com", "lee@example.com"] }""")}} ] }""")).Is(200);
        await host.ComeAsync("kim", "lee", "new");
        Assert.Equal(["new", "new", "new"], await GivenAsync(host, 3));
        Assert.DoesNotContain("@example.com", string.Join('\n', host.Events.ReadFrom(0, int.MaxValue).Select(e => System.Text.Encoding.UTF8.GetString(e.Body))), StringComparison.Ordinal);
    }

    /// <summary>Method, settings, the lead, who has it, and why; kim is a specialist, lee speaks Spanish and has the north, rob is senior.</summary>
    private static readonly (string Method, string Settings, string Facts, string Who, string Why)[] Suited =
    [
        ("productSpecialist", """{ "skills": { "x": "ring" } }""", "{}", "kim", "nobody else could take it."),
        ("sourceSpecialist", """{ "skills": { "web": "ring" } }""", "{}", "kim", "nobody else could take it."),
        ("region", """{ "varietyPercent": 0 }""", """{ "postcode": "98103" }""", "lee", "the customer’s region is theirs"),
        ("region", """{ "hard": true }""", """{ "region": "North" }""", "lee", "nobody else could take it."),
        ("country", "{}", """{ "language": "ES", "country": "MX" }""", "lee", "speaks the customer’s language"),
        ("companySize", "{}", """{ "companySize": 400 }""", "rob", "nobody else could take it."),
        ("companySize", """{ "by": "value", "bands": { "1000": 2, "5000": 3 }, "juniorPercent": 0 }""", """{ "value": 1500 }""", "rob", "senior enough for leads of this size"),
        ("matchScore", """{ "weights": { "industry": 5, "language": 4 } }""", """{ "industry": "ring", "language": "es" }""", "kim", "the best match"),
    ];

    [Fact]
    public async Task Whom_a_lead_suits_is_tried_offered_told_and_made_anew_the_same()
    {
        await using var host = new DeskHost(Floors.With().Replace("\"kim@example.com\",", "\"kim@example.com\", \"skills\": { \"ring\": 2 },", StringComparison.Ordinal)
            .Replace("\"lee@example.com\",", "\"lee@example.com\", \"languages\": [\"es\"], \"regions\": [\"981\", \"north\"],", StringComparison.Ordinal)
            .Replace("\"rob@example.com\",", "\"rob@example.com\", \"seniority\": 3,", StringComparison.Ordinal));
        await host.ComeAsync("kim", "lee", "rob", "mia");
        foreach (var (method, settings, facts, who, why) in Suited)
        {
            var lane = Lane(method, settings);
            (await host.As("dana").PutAsync("lanes", $$"""{ "reason": "Try {{method}}", "lanes": [ {{lane}} ] }""")).Is(200);
            var asked = new Dictionary<string, object>(System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object>>(facts)!, StringComparer.Ordinal) { ["product"] = "x", ["source"] = "web" };
            Assert.Equal(IdOf(host, who), (await host.As("mia").PostAsync("lanes/try", asked)).Is(200)["chosen"].GetString());
            asked.Remove("source");
            var lead = await SendAsync(host, asked);
            (await host.As(who).PostAsync($"leads/{lead}/accept")).Is(200);
            var receipt = (await host.As(who).GetAsync($"leads/{lead}/receipt")).Is(200);
            Assert.Contains(why, receipt["sentence"].GetString(), StringComparison.Ordinal);
            Assert.Equal(method == "matchScore" ? 5 : (int?)null, receipt["eligible"][0].GetProperty("figure") is { ValueKind: System.Text.Json.JsonValueKind.Object } figure ? figure.GetProperty("value").GetInt32() : null);
        }

        var told = (await host.As("dana").GetAsync("audit/verify")).Is(200);
        Assert.True(told["ok"].GetBoolean(), told.Text);
        var again = LeadDesk.App.Desk.Recount.Of(host.Events);
        Assert.True(again.Ok && again.Decisions >= Suited.Length, $"{again}");
    }

    [Theory]
    [InlineData("topProducer", """{ "metric": "wonValue", "explorePercent": 0, "floorPercent": 0 }""", "the best score within the caps")]
    [InlineData("leaderboard", """{ "months": 3 }""", "next on last month’s board")]
    [InlineData("conversionProportional", "{}", "the open dice decided")]
    [InlineData("conversionCascade", "{}", "the best closing rate with a place free")]
    public async Task What_was_won_before_is_tried_told_with_its_numbers_and_made_anew_after_a_restart(string method, string settings, string why)
    {
        await using var host = new DeskHost(Floors.With(Lane(method, settings)), new HandClock(Noon));
        await host.ComeAsync("kim", "lee", "rob");
        var chosen = (await host.As("kim").PostAsync("lanes/try", new { product = "x" })).Is(200)["chosen"].GetString();
        var lead = await SendAsync(host);
        var who = host.NameOf(host.Lead(lead).Offer!.Rep);
        Assert.Equal(IdOf(host, who), chosen);
        (await host.As(who).PostAsync($"leads/{lead}/accept")).Is(200);
        var receipt = (await host.As(who).GetAsync($"leads/{lead}/receipt")).Is(200);
        Assert.Contains(why, receipt["sentence"].GetString(), StringComparison.Ordinal);
        Assert.All(receipt["eligible"].EnumerateArray(), p => Assert.Equal(0, p.GetProperty("figure").GetProperty("leads").GetInt32()));
        (await host.As(who).PostAsync($"leads/{lead}/outcome", new { outcome = "won", value = 120.5 })).Is(200);
        Assert.Equal(new LeadDesk.Domain.Floor.DayCell(1, 1, 1, 1, 12050), host.Floor.People.First(p => host.NameOf(p.Number) == who).Track.Values.Single());

        await using var again = await host.AgainAsync();
        Assert.Equal(12050, again.Floor.People.First(p => again.NameOf(p.Number) == who).Track.Values.Single().Hundredths);
        Assert.Equal(3, (await GivenAsync(again, 3)).Count);
        var made = LeadDesk.App.Desk.Recount.Of(again.Events);
        Assert.True(made.Ok && made.Decisions >= 4, $"{made}");
    }

    [Fact]
    public async Task Nobodys_leads_may_depend_on_a_protected_trait()
    {
        await using var host = new DeskHost(Floors.With());
        var words = (await host.As("dana").PutAsync("lanes", $$"""{ "reason": "x", "lanes": [ {{Lane("matchScore", """{ "weights": { "language": 1, "religion": 2 } }""")}} ] }""")).Names("lanes[0].settings.weights.religion");
        Assert.StartsWith("This is a protected trait", words, StringComparison.Ordinal);
    }

    internal static string Lane(string method, string settings = "{}", string more = "") =>
        $$"""{ "key": "x", "name": "x", "method": "{{method}}", "fallback": "managers", "firstAttemptMinutes": 600, "settings": {{settings}}{{more}} }""";

    /// <summary>A lead of somebody who has never written before.</summary>
    internal static Task<string> SendAsync(DeskHost host, Dictionary<string, object>? more = null) =>
        host.LeadAsync("x", new Dictionary<string, object>(more ?? [], StringComparer.Ordinal) { ["email"] = $"pat-{Guid.NewGuid():N}@example.com" });

    /// <summary>Sends leads, and lets everybody accept what they are offered.</summary>
    internal static async Task<List<string>> GivenAsync(DeskHost host, int leads, Dictionary<string, object>? more = null)
    {
        var given = new List<string>();
        for (var i = 0; i < leads; i++)
        {
            var lead = await SendAsync(host, more);
            var name = host.NameOf(host.Lead(lead).Offer!.Rep);
            (await host.As(name).PostAsync($"leads/{lead}/accept")).Is(200);
            given.Add(name);
        }

        return given;
    }

    internal static string IdOf(DeskHost host, string name) => host.Floor.People.First(p => host.NameOf(p.Number) == name).Id.ToString();
}
