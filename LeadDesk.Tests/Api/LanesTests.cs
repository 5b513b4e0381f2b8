using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The rules over HTTP: published with a reason, kept as versions, brought back.</summary>
public sealed class LanesTests
{
    private static string[] Keys(Told told) => [.. told["items"].EnumerateArray().Select(l => l.GetProperty("key").GetString()!)];

    [Fact]
    public async Task A_manager_publishes_what_was_read_changed_and_every_receipt_keeps_its_version()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");
        var dana = host.As("dana");
        var read = (await dana.GetAsync("lanes")).Is(200);
        Assert.Equal(1, read["version"].GetInt32());
        var lanes = JsonNode.Parse(read["items"].GetRawText())!.AsArray();
        lanes[3]!["offerSeconds"] = 60;
        var put = (await dana.PutAsync("lanes", new { lanes, reason = "Faster hands", version = 1 })).Is(200);

        Assert.Equal(2, put["version"].GetInt32());
        Assert.Equal(2, put["items"][3].GetProperty("version").GetInt32());
        Assert.Equal(1, put["items"][0].GetProperty("version").GetInt32());
        Assert.Contains("turn → in turn, by fair share", put["items"][3].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal("turn@1", (await dana.GetAsync($"leads/{lead}/receipt")).Is(200)["laneVersion"].GetString());

        var versions = (await host.As("kim").GetAsync("lanes/versions")).Is(200)["items"];
        Assert.Equal((2, "dana", "Faster hands"), (versions[0].GetProperty("version").GetInt32(), versions[0].GetProperty("byName").GetString(), versions[0].GetProperty("reason").GetString()));
        Assert.Equal(["Turn: seconds to accept is now 60, was 90."], versions[0].GetProperty("changes").EnumerateArray().Select(c => c.GetString()));

        await using var again = await host.AgainAsync();
        Assert.Equal("Faster hands", (await again.As("kim").GetAsync("lanes/versions?limit=1")).Is(200)["items"][0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_older_version_comes_back_as_a_new_one_and_a_lane_never_begins_again_at_one()
    {
        await using var host = new DeskHost(Floors.With());
        var dana = host.As("dana");
        (await dana.PutAsync("lanes", Body("One rule is enough", """{ "key": "push", "method": "fairTurn" }"""))).Is(200);
        Assert.Equal(["push"], Keys(await host.As("kim").GetAsync("lanes")));

        var back = (await dana.PostAsync("lanes/versions/1/return")).Is(200);

        Assert.Equal(["blind", "cherry", "shark", "turn", "push"], Keys(back));
        Assert.Equal((3, 2, 3), (back["version"].GetInt32(), back["items"][0].GetProperty("version").GetInt32(), back["items"][4].GetProperty("version").GetInt32()));
        var newest = (await dana.GetAsync("lanes/versions?limit=1")).Is(200);
        Assert.Equal("Back to version 1", newest["items"][0].GetProperty("reason").GetString());
        Assert.Equal("3", newest["next"].GetString());
        Assert.Single((await dana.GetAsync("lanes/versions/2")).Is(200)["items"].EnumerateArray());
        (await dana.PostAsync("lanes/versions/9/return")).Refused(404, "unknown");
    }

    [Fact]
    public async Task Who_edits_rules_that_somebody_else_published_meanwhile_is_told_who_and_nothing_changes()
    {
        await using var host = new DeskHost(Floors.With());
        (await host.As("dana").PutAsync("lanes", Body("First", """{ "key": "a", "method": "fairTurn" }""", 1))).Is(200);

        var late = (await host.As("ada").PutAsync("lanes", Body("Second", """{ "key": "b", "method": "push" }""", 1))).Refused(409, "stale");

        Assert.Equal(("dana", 2), (late["byName"].GetString(), late["version"].GetInt32()));
        Assert.Equal(["a"], Keys(await host.As("kim").GetAsync("lanes")));
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_on_the_same_version_one_wins()
    {
        await using var host = new DeskHost(Floors.With());
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => host.As(i % 2 == 0 ? "dana" : "ada").PutAsync("lanes", Body($"Try {i}", $$"""{ "key": "k{{i}}", "method": "fairTurn" }""", 1))));

        Assert.Single(told, t => t.Code == 200);
        Assert.All(told.Where(t => t.Code != 200), t => t.Refused(409, "stale"));
        Assert.Equal(2, (await host.As("kim").GetAsync("lanes")).Is(200)["version"].GetInt32());
    }

    [Fact]
    public async Task Every_fault_is_named_by_its_path_and_nothing_is_published()
    {
        await using var host = new DeskHost(Floors.With());
        var dana = host.As("dana");
        (await dana.PutAsync("lanes", """{ "reason": "x" }""")).Names("lanes");
        (await dana.PutAsync("lanes", Body(" ", """{ "key": "a", "method": "fairTurn" }"""))).Names("reason");
        (await dana.PutAsync("lanes", Body("x", """{ "key": "a", "method": "teleport" }"""))).Names("lanes[0].method");
        (await dana.PutAsync("lanes", Body("x", """{ "key": "a", "method": "push", "fallback": "b" }, { "key": "b", "method": "push", "fallback": "a" }"""))).Names("lanes[1].fallback");
        (await dana.PutAsync("lanes", Body("x", """{ "key": "a", "method": "push", "when": { "colour": "red" } }"""))).Names("lanes[0].when.colour");
        (await dana.PutAsync("lanes", Body("x", """{ "key": "a", "method": "push" }, { "key": "a", "method": "push" }"""))).Names("lanes[1].key");
        (await dana.PutAsync("lanes", Body("x", """{ "key": "a", "method": "push", "location": "moon" }"""))).Names("lanes[0].location");
        (await dana.PutAsync("lanes", "[]")).Refused(400, "invalid");
        Assert.Equal(1, (await dana.GetAsync("lanes")).Is(200)["version"].GetInt32());
    }

    [Fact]
    public async Task A_lead_that_waits_goes_by_the_new_rules_at_once_and_hits_are_counted_once()
    {
        await using var host = new DeskHost(Floors.With());
        var lead = await host.LeadAsync("cherry");
        await host.ComeAsync("kim");
        (await host.As("dana").PutAsync("lanes", Body("Given out now", """{ "key": "cherry", "method": "push" }"""))).Is(200);

        Assert.Equal("kim", host.NameOf(host.Lead(lead).Owner!.Value));
        Assert.Equal(1, (await host.As("kim").GetAsync("lanes")).Is(200)["items"][0].GetProperty("hits7Days").GetInt32());
    }

    [Fact]
    public async Task How_many_came_into_a_blind_pool_is_told_to_managers_only()
    {
        await using var host = new DeskHost(Floors.With());
        await host.LeadAsync("blind");
        await host.LeadAsync("cherry");

        Assert.Equal([null, 1, 0, 0, 0], await HitsAsync("kim"));
        Assert.Equal([1, 1, 0, 0, 0], await HitsAsync("dana"));

        async Task<IEnumerable<int?>> HitsAsync(string who) =>
            (await host.As(who).GetAsync("lanes")).Is(200)["items"].EnumerateArray().Select(l => l.GetProperty("hits7Days")).Select(h => h.ValueKind == JsonValueKind.Null ? (int?)null : h.GetInt32()).ToList();
    }

    [Fact]
    public async Task A_draft_does_not_unmask_whom_the_rules_in_force_do_not_name()
    {
        const string Turn = """{ "key": "turn", "name": "Turn", "when": { "product": ["turn"] }, "method": "fairTurn", "fallback": "managers", "names": NAMES }""";
        await using var host = new DeskHost(Floors.With(Turn.Replace("NAMES", "false", StringComparison.Ordinal)));
        await host.ComeAsync("kim", "lee");

        Assert.Equal([null, "kim"], await NamesAsync("kim", "true"));
        Assert.Equal(["kim", "lee"], await NamesAsync("dana", "true"));
        Assert.Equal(["kim", "lee"], await NamesAsync("dana", "false"));

        async Task<IEnumerable<string?>> NamesAsync(string who, string names)
        {
            var told = (await host.As(who).PostAsync("lanes/try", $$"""{ "product": "turn", "lanes": [ {{Turn.Replace("NAMES", names, StringComparison.Ordinal)}} ] }""")).Is(200);
            return told["eligible"].EnumerateArray().Select(p => p.GetProperty("name").GetString()).Order(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task One_lead_is_tried_under_the_rules_and_under_a_draft_and_nothing_is_kept_of_it()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var before = host.Floor.Seq;
        var told = (await host.As("rob").PostAsync("lanes/try", new { product = "turn" })).Is(200);
        Assert.Equal(("turn", "offered"), (told["lane"].GetString(), told["state"].GetString()));
        Assert.Equal(["blind", "cherry", "shark", "turn"], told["steps"].EnumerateArray().Select(s => s.GetProperty("lane").GetString()));
        Assert.Equal(2, told["eligible"].GetArrayLength());
        Assert.Equal(told["eligible"][0].GetProperty("repId").GetString(), told["chosen"].GetString());
        Assert.Contains(told["passedOver"].EnumerateArray(), p => p.GetProperty("name").GetString() == "rob" && p.GetProperty("test").GetString() == "E4");

        var draft = (await host.As("kim").PostAsync("lanes/try", """{ "product": "turn", "lanes": [ { "key": "all", "name": "All", "method": "blindPull" } ] }""")).Is(200);
        Assert.Equal(("all", "waiting"), (draft["lane"].GetString(), draft["state"].GetString()));
        Assert.Equal("managers", (await host.As("kim").PostAsync("lanes/try", new { product = "nothing we have" })).Is(200)["sentence"].GetString()!.Split(' ')[^1].TrimEnd('.'));
        Assert.Equal(before, host.Floor.Seq);

        (await host.As("kim").PostAsync("lanes/try", new { lead = Guid.NewGuid() })).Refused(403, "forbidden");
        (await host.As("dana").PostAsync("lanes/try", new { lead = Guid.NewGuid() })).Refused(404, "unknown");
        var lead = await host.LeadAsync("cherry");
        Assert.Equal("cherry", (await host.As("dana").PostAsync("lanes/try", new { lead })).Is(200)["lane"].GetString());
        (await host.As("kim").PostAsync("lanes/try", new { source = "fax" })).Names("source");
        (await host.As("kim").PostAsync("lanes/try", """{ "lanes": [ { "key": "a" } ] }""")).Names("lanes[0].method");
    }

    [Fact]
    public async Task What_a_trial_says_is_what_happens_to_the_next_lead()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee", "rob", "mia");
        for (var i = 0; i < 6; i++)
        {
            var chosen = (await host.As("kim").PostAsync("lanes/try", new { product = "push" })).Is(200)["chosen"].GetString();
            var lead = await host.LeadAsync("push");
            Assert.Equal(chosen, host.Floor.Person(host.Lead(lead).Owner!.Value).Id.ToString());
        }
    }

    private static string Body(string reason, string lanes, int? version = null) =>
        $$"""{ "lanes": [ {{lanes}} ], "reason": {{JsonSerializer.Serialize(reason)}}{{(version is null ? "" : $", \"version\": {version}")}} }""";
}
