using System.Text.Json;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Every address for every role: who is let in, who is not, and that a denied call leaves no trace.</summary>
public sealed class MatrixTests
{
    private static readonly string[] Callers = ["", "web", "kim", "mia", "dana", "ada", "wall"];

    private static readonly string[] Persons = ["kim", "mia", "dana", "ada", "wall"];
    private static readonly string[] Reps = ["kim", "mia"];
    private static readonly string[] Managers = ["dana", "ada"];
    private static readonly string[] Admins = ["ada"];
    private static readonly string[] Sources = ["web"];

    private static (string Method, string Path, string? Body, string[] May)[] Table(string lead, string person, Guid missing) =>
    [
        ("GET", "me", null, Persons),
        ("PUT", "me/pin", """{ "password": "not the password", "pin": "2580" }""", Persons),
        ("GET", "devices", null, Managers),
        ("POST", "devices", """{ "name": "Till" }""", Managers),
        ("DELETE", $"devices/{missing}", null, Managers),
        ("GET", "walls", null, Managers),
        ("POST", "walls", """{ "name": "Over the till" }""", Managers),
        ("DELETE", $"walls/{missing}", null, Managers),
        ("GET", "lanes", null, Persons),
        ("GET", "lanes/versions", null, Persons),
        ("GET", "lanes/versions/1", null, Persons),
        ("GET", "lanes/drafts", null, Persons),
        ("POST", "lanes/drafts", "{}", [.. Reps, .. Managers]),
        ("GET", $"lanes/drafts/{missing}", null, Persons),
        ("DELETE", $"lanes/drafts/{missing}", null, Persons),
        ("POST", $"lanes/drafts/{missing}/publish", """{ "reason": "x" }""", Managers),
        ("POST", $"lanes/drafts/{missing}/decline", """{ "reason": "x" }""", Managers),
        ("GET", "lanes/news", null, Persons),
        ("POST", "lanes/news/seen", """{ "entry": 0 }""", Persons),
        ("POST", "lanes/dry-run", "{}", Managers),
        ("POST", "lanes/try", "{}", [.. Reps, .. Managers]),
        ("PUT", "lanes", "{}", Managers),
        ("POST", "lanes/versions/1/return", null, Managers),
        ("GET", "lanes/cherry/standings", null, [.. Reps, .. Managers]),
        ("GET", "desk", null, Reps),
        ("PUT", "desk/presence", """{ "presence": "off" }""", Reps),
        ("PUT", "desk/optIn", """{ "lane": "cherry", "on": true }""", Reps),
        ("POST", "desk/next", null, Reps),
        ("POST", "leads", "{}", Sources),
        ("POST", "leads/batch", "[]", Sources),
        ("GET", $"leads/{lead}", null, Persons),
        ("GET", $"leads/{lead}/history", null, Persons),
        ("GET", $"leads/{lead}/receipt", null, Persons),
        ("GET", $"leads/{lead}/visit.ics", null, Persons),
        ("POST", $"leads/{lead}/claim", "[]", Reps),
        ("POST", $"leads/{lead}/accept", null, Reps),
        ("POST", $"leads/{lead}/pass", null, Reps),
        ("POST", $"leads/{lead}/more-time", null, Reps),
        ("POST", $"leads/{lead}/release", null, Reps),
        ("POST", $"leads/{lead}/attempts", """{ "channel": "call", "result": "reached" }""", Reps),
        ("POST", $"leads/{lead}/outcome", """{ "outcome": "won" }""", Reps),
        ("POST", $"leads/{lead}/stop", null, Persons),
        ("POST", $"leads/{lead}/park", """{ "until": "2999-01-01T00:00:00Z" }""", Reps),
        ("POST", $"leads/{lead}/note", """{ "text": "x" }""", Reps),
        ("POST", $"leads/{lead}/hot-transfer", null, Reps),
        ("POST", $"leads/{lead}/hot-transfer/end", null, Reps),
        ("GET", $"leads/{lead}/slots", null, Reps),
        ("POST", $"leads/{lead}/book", $$"""{ "to": "{{person}}", "at": "2999-01-01T00:00:00Z" }""", Reps),
        ("POST", $"leads/{lead}/hand-over", $$"""{ "to": "{{person}}" }""", Reps),
        ("POST", $"leads/{lead}/relabel", """{ "product": "shark" }""", Reps),
        ("POST", "walk-ins", """{ "name": "Walk In" }""", Reps),
        ("POST", $"undo/{missing}", null, Persons),
        ("GET", "floor", null, Managers),
        ("POST", $"leads/{missing}/assign", $$"""{ "to": "{{person}}", "reason": "x" }""", Managers),
        ("POST", "leads/assign", $$"""{ "items": [ { "leadId": "{{missing}}" } ], "to": "{{person}}", "reason": "x" }""", Managers),
        ("GET", "intake/pauses", null, Managers),
        ("POST", "intake/pause", """{ "scope": "all", "until": "2000-01-01T00:00:00Z" }""", Managers),
        ("POST", "intake/resume", """{ "scope": "nowhere" }""", Managers),
        ("POST", $"leads/{missing}/return", null, Managers),
        ("POST", $"leads/{missing}/extend", """{ "reason": "x" }""", Managers),
        ("POST", $"leads/{missing}/credit", """{ "approve": true }""", Managers),
        ("GET", "people", null, Managers),
        ("GET", $"people/{person}", null, Managers),
        ("POST", "people", "{}", Managers),
        ("PUT", $"people/{person}", "{}", Managers),
        ("POST", $"people/{person}/dry-run", "{}", Managers),
        ("POST", $"people/{missing}/deactivate", "{}", Managers),
        ("POST", $"people/{missing}/activate", null, Managers),
        ("POST", $"people/{person}/presence", """{ "presence": "off" }""", Managers),
        ("GET", "ledger?lane=cherry&rep=me", null, Persons),
        ("GET", "ledger?lane=cherry", null, Managers),
        ("GET", "ledger/entries/1/receipt", null, Persons),
        ("GET", "dice", null, Persons),
        ("GET", "reports/fairness-watch", null, [.. Reps, .. Managers]),
        ("GET", "reports/pairing", null, Managers),
        ("GET", "credits", null, [.. Reps, .. Managers]),
        ("GET", "dice/draws?day=2026-03-02", null, [.. Reps, .. Managers]),
        ("GET", "dice/entries/1", null, [.. Reps, .. Managers]),
        ("GET", "audit", null, Managers),
        ("GET", $"audit?lead={lead}", null, Managers),
        ("GET", "audit/export", null, Admins),
        ("GET", "audit/verify", null, Managers),
        ("GET", "tokens", null, Persons),
        ("GET", $"tokens?person={missing}", null, Admins),
        ("GET", "tokens?source=web", null, Admins),
        ("POST", "tokens", """{ "name": "mine" }""", [.. Reps, .. Managers]),
        ("POST", "tokens", """{ "name": "theirs", "source": "web" }""", Admins),
        ("DELETE", $"tokens/{missing}", null, Persons),
        ("GET", "floor-file", null, Admins),
        ("PUT", "floor-file", "{}", Admins),
    ];

    [Fact]
    public async Task Every_role_is_let_in_where_it_may_and_a_denied_call_changes_nothing()
    {
        await using var host = new DeskHost(Floors.With());
        var lead = await host.LeadAsync("cherry");
        var person = (await host.As("kim").GetAsync("me")).Id!;
        var table = Table(lead, person, Guid.NewGuid());
        var before = await host.RowsAsync();
        foreach (var (method, path, body, may) in table)
        {
            foreach (var caller in Callers.Except(may))
            {
                var told = await CallAsync(host, caller, method, path, body);
                told.Refused(caller.Length == 0 ? 401 : 403, caller.Length == 0 ? "unauthenticated" : "forbidden");
            }
        }

        Assert.Equal(before, await host.RowsAsync());
        foreach (var (method, path, body, may) in table)
        {
            foreach (var caller in may)
            {
                var told = await CallAsync(host, caller, method, path, body);
                Assert.True(told.Code is not (401 or 403 or 405 or >= 500), $"{caller} {method} {path}: {told.Code} {told.Text}");
            }
        }
    }

    [Fact]
    public async Task No_address_of_the_interface_is_missing_from_the_table_and_none_from_its_document()
    {
        await using var host = new DeskHost(Floors.With());
        var document = (await host.As(null).GetAsync("/openapi/v1.json")).Is(200).Json;
        var listed = document.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"))
            .Where(p => p.Contains("/api/v1/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var id = Guid.Empty.ToString();
        var tested = Table(id, id, Guid.Empty)
            .Select(r => $"{r.Method} /api/v1/{r.Path.Split('?')[0].Replace($"undo/{id}", "undo/{actionId}", StringComparison.Ordinal).Replace(id, "{id}", StringComparison.Ordinal).Replace("entries/1", "entries/{entry}", StringComparison.Ordinal).Replace("versions/1", "versions/{number}", StringComparison.Ordinal).Replace("lanes/cherry", "lanes/{key}", StringComparison.Ordinal)}")
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(tested, listed);
    }

    [Fact]
    public async Task Whoever_is_disabled_is_let_in_nowhere()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        (await host.As("ada").PutAsync("floor-file", JsonSerializer.Serialize(new { replace = true, people = new[] { new { name = "ada", email = "ada@example.com", role = "admin" } } }))).Is(200);

        (await host.As("kim").GetAsync("me")).Refused(401, "unauthenticated");
        (await host.As("web").PostAsync("leads", new { email = "a@example.com" })).Refused(401, "unauthenticated");
        (await host.As("ada").GetAsync("me")).Is(200);
    }

    private static Task<Told> CallAsync(DeskHost host, string caller, string method, string path, string? body) =>
        host.As(caller.Length == 0 ? null : caller).SendAsync(new HttpMethod(method), path, body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
}
