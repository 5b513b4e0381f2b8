using System.Text;
using LeadDesk.Tests.Api;
using Xunit;

namespace LeadDesk.Tests.Secrecy;

/// <summary>
/// Every address that names a thing, for every role and for a thing of one's own, a colleague's, one in a blind lane and one that never was.
/// Addresses that name nothing have their table in <see cref="MatrixTests"/>. A new address without a row fails here.
/// </summary>
public sealed class ObjectMatrixTests
{
    /// <summary>Let in: whatever the thing's state then says, it is neither 401, 403, 404 nor a fault of ours.</summary>
    private const int In = 0;

    private static readonly string[] Roles = ["", "web", "kim", "mia", "dana", "ada", "wall"];
    private static readonly string[] Objects = ["own", "foreign", "blind", "missing"];

    private static readonly (string Method, string Pattern, string? Body, Func<string, string, int> Expected)[] Table =
    [
        ("GET", "/api/v1/leads/{id:guid}", null, Look),
        ("GET", "/api/v1/leads/{id:guid}/history", null, Look),
        ("GET", "/api/v1/leads/{id:guid}/receipt", null, static (role, thing) => thing == "blind" && Leads(role) ? 404 : Look(role, thing)),
        // None of them has a visit agreed, so there is no calendar entry for anybody.
        ("GET", "/api/v1/leads/{id:guid}/visit.ics", null, static (role, thing) => Look(role, thing) == 200 ? 404 : Look(role, thing)),
        ("POST", "/api/v1/leads/{id:guid}/claim", null, Verb),
        ("POST", "/api/v1/leads/{id:guid}/accept", null, Verb),
        ("POST", "/api/v1/leads/{id:guid}/pass", null, Verb),
        ("POST", "/api/v1/leads/{id:guid}/more-time", null, Verb),
        ("POST", "/api/v1/leads/{id:guid}/attempts", """{ "channel": "call", "result": "reached" }""", Verb),
        ("POST", "/api/v1/leads/{id:guid}/note", """{ "text": "x" }""", Verb),
        ("POST", "/api/v1/leads/{id:guid}/relabel", """{ "region": "NW" }""", Verb),
        ("POST", "/api/v1/leads/{id:guid}/park", """{ "until": "TOMORROW" }""", Verb),
        ("POST", "/api/v1/leads/{id:guid}/hand-over", """{ "to": "PERSON" }""", Verb),
        ("POST", "/api/v1/leads/{id:guid}/outcome", """{ "outcome": "won" }""", Verb),
        ("POST", "/api/v1/leads/{id:guid}/release", null, Verb),
        ("POST", "/api/v1/leads/{id:guid}/assign", """{ "to": "PERSON", "reason": "x", "force": true }""", Managing),
        ("POST", "/api/v1/leads/{id:guid}/return", null, Managing),
        ("POST", "/api/v1/leads/{id:guid}/hot-transfer", null, Verb),
        ("POST", "/api/v1/leads/{id:guid}/hot-transfer/end", null, Verb),
        ("GET", "/api/v1/leads/{id:guid}/slots", null, Slots),
        ("POST", "/api/v1/leads/{id:guid}/book", """{ "to": "PERSON", "at": "TOMORROW" }""", Verb),
        ("POST", "/api/v1/leads/{id:guid}/extend", """{ "reason": "x" }""", Managing),
        ("POST", "/api/v1/leads/{id:guid}/credit", """{ "approve": true }""", Managing),
        ("POST", "/api/v1/leads/{id:guid}/stop", null, static (role, thing) => Look(role, thing) == 200 ? In : Look(role, thing)),
    ];

    /// <summary>Addresses that name something else than a lead: who may, with a thing that is there and one that is not.</summary>
    private static readonly (string Method, string Pattern, string There, string? Body, string[] May, int Missing)[] Others =
    [
        ("POST", "/api/v1/people/{id:guid}/presence", "PERSON", """{ "presence": "off" }""", ["dana", "ada"], 404),
        ("GET", "/api/v1/people/{id:guid}", "PERSON", null, ["dana", "ada"], 404),
        ("PUT", "/api/v1/people/{id:guid}", "PERSON", """{ "wipLimit": 49 }""", ["dana", "ada"], 404),
        ("POST", "/api/v1/people/{id:guid}/dry-run", "PERSON", "{}", ["dana", "ada"], 404),
        ("POST", "/api/v1/people/{id:guid}/deactivate", "PERSON", """{ "openLeads": "return" }""", ["dana", "ada"], 404),
        ("POST", "/api/v1/people/{id:guid}/activate", "PERSON", null, ["dana", "ada"], 404),
        ("POST", "/api/v1/undo/{actionId:guid}", "ACTION", null, ["kim"], 409),
        ("GET", "/api/v1/ledger/entries/{entry:long}/receipt", "ENTRY", null, ["kim", "mia", "dana", "ada"], 404),
        // The dice of today are sealed for everybody until the day is over.
        ("GET", "/api/v1/dice/entries/{entry:long}", "ENTRY", null, [], 404),
        ("DELETE", "/api/v1/devices/{id:guid}", "DEVICE", null, ["dana", "ada"], 404),
        ("DELETE", "/api/v1/walls/{id:guid}", "WALL", null, ["dana", "ada"], 404),
        ("DELETE", "/api/v1/tokens/{id:guid}", "TOKEN", null, ["kim", "ada"], 404),
        ("GET", "/api/v1/lanes/drafts/{id:guid}", "DRAFT", null, ["kim", "dana", "ada"], 404),
        ("DELETE", "/api/v1/lanes/drafts/{id:guid}", "DRAFT", null, ["kim"], 404),
        ("POST", "/api/v1/lanes/drafts/{id:guid}/publish", "PUBLISH", """{ "reason": "x" }""", ["dana", "ada"], 404),
        ("POST", "/api/v1/lanes/drafts/{id:guid}/decline", "DECLINE", """{ "reason": "x" }""", ["dana", "ada"], 404),
        ("GET", "/api/v1/lanes/versions/{number:int}", "1", null, ["kim", "mia", "dana", "ada", "wall"], 404),
        ("GET", "/api/v1/lanes/{key}/standings", "best", null, ["kim", "mia", "dana", "ada"], 404),
        ("POST", "/api/v1/lanes/versions/{number:int}/return", "1", null, ["dana", "ada"], 404),
    ];

    [Fact]
    public async Task Every_address_that_names_a_thing_answers_by_role_and_thing_and_a_denied_call_leaves_every_row_as_it_was()
    {
        await using var host = new DeskHost(Floors.With(Floors.OneOfEach + """, { "key": "best", "name": "Best", "when": { "product": ["best"] }, "method": "topProducer" }"""));
        var things = await ThingsAsync(host);
        var denied = new List<string>();
        var allowed = new List<(string Role, string Method, string Path, string? Body, int Expected)>();
        var before = await host.RowsAsync();
        foreach (var (method, pattern, body, expected) in Table)
        {
            foreach (var role in Roles)
            {
                foreach (var thing in Objects)
                {
                    var path = pattern.Replace("{id:guid}", things[thing == "own" ? role + "'s" : thing], StringComparison.Ordinal);
                    var filled = body?.Replace("PERSON", things["person"], StringComparison.Ordinal).Replace("TOMORROW", TimeProvider.System.GetUtcNow().AddDays(1).ToString("O"), StringComparison.Ordinal);
                    var wanted = expected(role, thing);
                    if (wanted is In or 200)
                    {
                        allowed.Add((role, method, path, filled, wanted));
                        continue;
                    }

                    denied.AddRange(Wrong(await CallAsync(host, role, method, path, filled), wanted, $"{role} {method} {pattern} {thing}"));
                }
            }
        }

        foreach (var (method, pattern, there, body, may, missing) in Others)
        {
            foreach (var role in Roles)
            {
                var (has, none) = (Fill(pattern, things.GetValueOrDefault(there + role) ?? things.GetValueOrDefault(there, there)), Fill(pattern, pattern.Contains(":guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "999999"));
                if (may.Contains(role))
                {
                    allowed.Add((role, method, has, body, In));
                    denied.AddRange(Wrong(await CallAsync(host, role, method, none, body), missing, $"{role} {method} {pattern} missing"));
                }
                else
                {
                    var told = await CallAsync(host, role, method, has, body);
                    denied.AddRange(told.Code is 401 or 403 or 404 or 409 ? [] : [$"{role} {method} {pattern}: {told.Code} {told.Text}"]);
                    denied.AddRange(Wrong(told, role.Length == 0 ? 401 : told.Code, $"{role} {method} {pattern}"));
                }
            }
        }

        Assert.True(denied.Count == 0, string.Join('\n', denied));
        var after = await host.RowsAsync();
        Assert.True(before == after, "A denied call left a trace: " + string.Join('\n', after.Split('\n').Except(before.Split('\n')).Take(5)));
        foreach (var (role, method, path, body, wanted) in allowed)
        {
            var told = await CallAsync(host, role, method, path, body);
            Assert.True(wanted == 200 ? told.Code == 200 : told.Code is not (401 or 403 or 404 or 405 or >= 500), $"{role} {method} {path}: {told.Code} {told.Text}");
        }
    }

    [Fact]
    public async Task Every_address_that_names_a_thing_has_its_row()
    {
        await using var host = new DeskHost(Floors.With());
        var here = Table.Select(r => $"{r.Method} {r.Pattern}").Concat(Others.Select(r => $"{r.Method} {r.Pattern}")).ToHashSet(StringComparer.Ordinal);

        var missing = Routes.Of(host).Where(r => r.Pattern.StartsWith("/api/", StringComparison.Ordinal) && r.Pattern.Contains('{', StringComparison.Ordinal)).Select(r => $"{r.Method} {r.Pattern}").Where(r => !here.Contains(r));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_address_for_programs_is_in_the_document_and_so_in_the_table_of_roles()
    {
        await using var host = new DeskHost(Floors.With());
        var document = (await host.As(null).GetAsync("/openapi/v1.json")).Is(200).Json;
        var told = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).ToHashSet(StringComparer.Ordinal);

        var hidden = Routes.Of(host).Where(r => r.Pattern.StartsWith("/api/", StringComparison.Ordinal))
            .Select(r => $"{r.Method} {r.Pattern.Replace(":guid", "", StringComparison.Ordinal).Replace(":long", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal)}").Where(r => !told.Contains(r));

        Assert.Empty(hidden);
    }

    private static bool Leads(string role) => role is "dana" or "ada";

    private static int Look(string role, string thing) => role switch
    {
        "" => 401,
        "web" => 403,
        "wall" => 404,
        "kim" or "mia" => thing == "own" ? 200 : 404,
        _ => thing == "missing" ? 404 : 200,
    };

    private static int Slots(string role, string thing) => role is "kim" or "mia" or "" ? Look(role, thing) : 403;

    private static int Verb(string role, string thing) => role switch
    {
        "" => 401,
        "kim" or "mia" => thing == "own" ? In : 404,
        _ => 403,
    };

    private static int Managing(string role, string thing) => role switch
    {
        "" => 401,
        "dana" or "ada" => thing == "missing" ? 404 : In,
        _ => 403,
    };

    /// <summary>One lead that each rep holds, one of a colleague whom nobody here has seen it with, one that waits unseen; a token, an action and an entry of kim's.</summary>
    private static async Task<Dictionary<string, string>> ThingsAsync(DeskHost host)
    {
        var things = new Dictionary<string, string>(StringComparer.Ordinal) { ["missing"] = Guid.NewGuid().ToString() };
        foreach (var who in new[] { "lee", "kim", "mia" })
        {
            await host.ComeAsync(who);
            things[who + "'s"] = await host.LeadAsync("push");
            (await host.As(who).PutAsync("desk/presence", new { presence = "away" })).Is(200);
        }

        things["foreign"] = things["lee's"];
        foreach (var role in Roles.Where(r => !things.ContainsKey(r + "'s")))
        {
            things[role + "'s"] = things["kim's"];
        }

        things["blind"] = await host.LeadAsync("blind");
        things["person"] = things["PERSON"] = (await host.As("rob").GetAsync("me")).Id!;
        var lanes = (await host.As("kim").GetAsync("lanes")).Is(200)["items"];
        foreach (var draft in new[] { "DRAFT", "PUBLISH", "PUBLISHada", "DECLINE", "DECLINEada" })
        {
            things[draft] = (await host.As("kim").PostAsync("lanes/drafts", new { lanes, reason = "x" })).Is(201).Id!;
        }

        things["TOKEN"] = (await host.As("kim").PostAsync("tokens", new { name = "mine" })).Is(201).Id!;
        things["DEVICE"] = (await host.As("dana").PostAsync("devices", new { name = "Till" })).Is(201).Id!;
        things["DEVICEada"] = (await host.As("ada").PostAsync("devices", new { name = "Tablet" })).Is(201).Id!;
        things["WALL"] = (await host.As("dana").PostAsync("walls", new { name = "Door" })).Is(201).Id!;
        things["WALLada"] = (await host.As("ada").PostAsync("walls", new { name = "Till" })).Is(201).Id!;
        things["TOKENada"] = (await host.As("ada").PostAsync("tokens", new { name = "theirs", person = things["person"] })).Is(201).Id!;
        things["ENTRY"] = (await host.As("kim").GetAsync("ledger?lane=push&rep=me")).Is(200)["entries"][0].GetProperty("entry").GetRawText();
        things["ACTION"] = (await host.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200)["actionId"].GetString()!;
        return things;
    }

    private static string Fill(string pattern, string value) => pattern[..pattern.IndexOf('{', StringComparison.Ordinal)] + value + pattern[(pattern.IndexOf('}', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Wrong(Told told, int wanted, string call) => told.Code == wanted ? [] : [$"{call}: {wanted} expected, {told.Code} {told.Text}"];

    private static async Task<Told> CallAsync(DeskHost host, string role, string method, string path, string? body)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await host.As(role.Length == 0 ? null : role).SendAsync(new HttpMethod(method), path, content);
    }
}
