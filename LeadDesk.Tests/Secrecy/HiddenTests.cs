using System.Text.RegularExpressions;
using LeadDesk.Tests.Api;
using Xunit;

namespace LeadDesk.Tests.Secrecy;

/// <summary>Existence is content: whoever may not see a lead cannot tell it from one that never was, by status, by shape, by headers or by the work it makes.</summary>
public sealed partial class HiddenTests
{
    private static readonly string[] Looks = ["", "/history", "/receipt"];

    /// <summary>A body that each verb would take, so that the answer is about the lead.</summary>
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["attempts"] = """{ "channel": "call", "result": "reached" }""",
        ["outcome"] = """{ "outcome": "won" }""",
        ["park"] = """{ "until": "TOMORROW" }""",
        ["note"] = """{ "text": "x" }""",
        ["relabel"] = """{ "product": "shark" }""",
        ["assign"] = """{ "to": "PERSON", "reason": "x" }""",
        ["book"] = """{ "to": "PERSON", "at": "TOMORROW" }""",
        ["extend"] = """{ "reason": "x" }""",
        ["credit"] = """{ "approve": true }""",
        ["hand-over"] = """{ "to": "PERSON" }""",
    };

    [Fact]
    public async Task A_hidden_lead_and_a_missing_one_are_told_apart_by_nothing()
    {
        await using var host = new DeskHost(Floors.With());
        var hidden = await HiddenAsync(host);
        var person = (await host.As("rob").GetAsync("me")).Id!;
        var verbs = Routes.Of(host).Where(r => r.Pattern.StartsWith("/api/v1/leads/{id:guid}", StringComparison.Ordinal)).ToList();
        Assert.Contains(verbs, v => v.Pattern.EndsWith("/claim", StringComparison.Ordinal));
        foreach (var who in new[] { "rob", "mia", "wall", "dana", "web" })
        {
            foreach (var (method, pattern) in verbs)
            {
                var body = method == "GET" ? null : Bodies.GetValueOrDefault(pattern[(pattern.LastIndexOf('/') + 1)..], "{}").Replace("PERSON", person, StringComparison.Ordinal).Replace("TOMORROW", TimeProvider.System.GetUtcNow().AddDays(1).ToString("O"), StringComparison.Ordinal);
                var missing = await CallAsync(host, who, method, pattern, Guid.NewGuid().ToString(), body);
                foreach (var (kind, lead) in hidden.Where(_ => who != "dana"))
                {
                    var there = await CallAsync(host, who, method, pattern, lead, body);
                    Assert.True(missing == there, $"{who} {method} {pattern} tells a {kind} lead from none:\n{missing}\n{there}");
                }

                Assert.True(missing.StartsWith("404 ", StringComparison.Ordinal) || (missing.StartsWith("403 ", StringComparison.Ordinal) && missing.Contains("Your role", StringComparison.Ordinal)), $"{who} {method} {pattern}: {missing}");
            }
        }
    }

    [Fact]
    public async Task A_hidden_lead_makes_the_store_work_exactly_as_a_missing_one()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.Zero)));
        var hidden = await HiddenAsync(host);
        using var work = new StoreWork(host.StoreFile);
        foreach (var look in Looks)
        {
            work.Take();
            (await host.As("rob").GetAsync($"leads/{Guid.NewGuid()}{look}")).Refused(404, "unknown");
            var missing = work.Take();
            Assert.NotEmpty(missing);
            foreach (var (kind, lead) in hidden)
            {
                (await host.As("rob").GetAsync($"leads/{lead}{look}")).Refused(404, "unknown");
                Assert.True(missing.SequenceEqual(work.Take(), StringComparer.Ordinal), $"{look} of a {kind} lead");
            }
        }
    }

    /// <summary>One that waits in a blind lane, one that a colleague holds, one that a colleague has closed.</summary>
    private static async Task<List<(string Kind, string Lead)>> HiddenAsync(DeskHost host)
    {
        await host.ComeAsync("lee");
        var held = await host.LeadAsync("push");
        var closed = await host.LeadAsync("push");
        Assert.All(new[] { held, closed }, id => Assert.Equal("lee", host.NameOf(host.Lead(id).Owner!.Value)));
        (await host.As("lee").PostAsync($"leads/{closed}/outcome", new { outcome = "won" })).Is(200);
        await host.ComeAsync("rob", "mia");
        return [("blind", await host.LeadAsync("blind")), ("held", held), ("closed", closed)];
    }

    private static async Task<string> CallAsync(DeskHost host, string who, string method, string pattern, string lead, string? body)
    {
        using var content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var told = await host.As(who).SendAsync(new HttpMethod(method), pattern.Replace("{id:guid}", lead, StringComparison.Ordinal), content);
        var headers = string.Join(' ', told.Headers.Where(h => h.Key is not ("Date" or "Content-Security-Policy")).Select(h => $"{h.Key}={string.Join(',', h.Value)}").Order(StringComparer.Ordinal));
        return $"{told.Code} {told.ContentType} {headers} {Trace().Replace(told.Text, "").Replace(lead, "LEAD", StringComparison.OrdinalIgnoreCase)}";
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.None, 1000)]
    private static partial Regex Trace();
}
