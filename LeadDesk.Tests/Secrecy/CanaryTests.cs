using System.Collections.Concurrent;
using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Api;
using LeadDesk.Tests.Browser;
using LeadDesk.Tests.Live;
using LeadDesk.Tests.Make;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Secrecy;

/// <summary>
/// Leads with a canary in every field, in every kind of lane and state. Everything that any person is told, by any address, live message or
/// page frame, is kept and searched: nobody hears of a lead that is not theirs to see, and everybody hears of theirs.
/// LEADDESK_FAULTS=full makes it 10,000 leads and 20 people: see README.md beside this file.
/// </summary>
public sealed class CanaryTests(ITestOutputHelper output)
{
    private const string Password = "a long enough password 7";
    private static readonly int Leads = Extent.Of("LEADDESK_CANARIES", 42, 10_000);
    private static readonly int Sessions = Extent.Of("LEADDESK_SESSIONS", 8, 20);

    /// <summary>Room for what the desk pushes, and for what somebody takes beside it.</summary>
    private static readonly int Places = 50 + (Leads / 50);
    private static readonly string[] Kinds = ["blind", "cherry", "shark", "turn", "push", "nobody", "blind"];
    private static readonly string[] Strangers = ["zed", "wall"];
    private static readonly string[] Pages = ["kim", "zed", "mia", "dana"];

    private readonly Canaries canaries = new();
    private readonly ConcurrentQueue<(string Who, string Where, string Text)> heard = new();
    private readonly ConcurrentDictionary<string, string> leads = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Who, string How), int> own = new();
    private long texts;

    private static string[] More => [.. Enumerable.Range(0, Math.Max(0, Sessions - 8)).Select(i => $"rep{i}")];

    private static string Floor => Floors.With(
        """
        { "key": "blind", "name": "Blind", "when": { "product": ["blind"] }, "method": "blindPull", "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "cherry", "name": "Cherry", "when": { "product": ["cherry"] }, "method": "cherryPick", "fallback": "managers", "firstAttemptMinutes": 600, "maxAgeMinutes": 600 },
        { "key": "shark", "name": "Shark", "when": { "product": ["shark"] }, "method": "sharkTank", "rings": [ { "forSeconds": 36000 } ], "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "turn", "name": "Turn", "when": { "product": ["turn"] }, "method": "fairTurn", "offerSeconds": 36000, "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "push", "name": "Push", "when": { "product": ["push"] }, "method": "push", "fallback": "managers", "firstAttemptMinutes": 600 }
        """,
        places: Places,
        more: string.Join(", ", More.Select(n => Floors.Person(n, "rep", Places)).Append(Floors.Person("zed", "rep", Places, """, "optIn": { "blind": false, "cherry": false, "shark": false, "turn": false, "push": false }"""))));

    [BrowserFact]
    public async Task Nobody_is_told_anything_of_a_lead_that_is_not_theirs_to_see()
    {
        await using var host = new DeskHost(Floor);
        var accounts = host.Services.GetRequiredService<Accounts>();
        await accounts.ProvisionManyAsync([.. Pages.Select(p => new Provision(p, $"{p}@example.com", Password))]);
        var people = host.Services.GetRequiredService<PeopleDirectory>().All.ToDictionary(
            p => p.Name,
            p => (p.Number, host.Floor.Person(p.Number).Terms.Role, OptedIn: p.Name != "zed"),
            StringComparer.Ordinal);
        var ward = new Ward(host, people);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        await host.ComeAsync([.. people.Where(p => p.Value.Role is Role.Rep or Role.Store).Select(p => p.Key)]);
        var hubs = new Dictionary<string, RawHub>(StringComparer.Ordinal);
        foreach (var who in people.Keys)
        {
            hubs[who] = await host.HubAsync(who);
        }

        var pages = new List<PageEar>();
        foreach (var who in Pages)
        {
            pages.Add(await PageEar.SignInAsync(browser, host.Url, who, Password));
        }

        var before = ward.Now([]);
        foreach (var (chapter, act) in new (string, Func<DeskHost, Task>)[] { ("arrive", ArriveAsync), ("taken", TakeAsync), ("moved", MoveAsync), ("after", static _ => Task.CompletedTask) })
        {
            await act(host);
            await SettleAsync(host, hubs, pages, people);
            await WalkAsync(host, people.Keys, all: chapter == "after");
            await BrowseAsync(host, pages, all: chapter is "taken" or "after");
            foreach (var page in pages)
            {
                Hear(page.Who, "page", page.Take());
            }

            foreach (var (who, hub) in hubs)
            {
                var told = hub.Frames.Skip(frames.GetValueOrDefault(who)).ToList();
                Hear(who, "hub", string.Join('\n', told));
                frames[who] = frames.GetValueOrDefault(who) + told.Count;
            }

            var now = ward.Now(leads.Keys);
            Judge(chapter, before, now);
            before = now;
        }

        await AssertOwnAreToldAsync(host, people, before);
        await AssertNothingIsInTheLogsAsync(host);
        foreach (var (_, hub) in hubs)
        {
            await hub.DisposeAsync();
        }

        foreach (var page in pages)
        {
            await page.CloseAsync();
        }

        output.WriteLine($"{leads.Count} leads, {canaries.Count} canaries, {people.Count} people ({hubs.Count} hubs, {pages.Count} browsers), {texts} answers, messages and frames searched: 0 foreign canaries");
        output.WriteLine("heard by those who may: " + string.Join(", ", own.GroupBy(o => o.Key.How).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Sum(o => o.Value)}")));
    }

    private readonly Dictionary<string, int> frames = new(StringComparer.Ordinal);

    private void Hear(string who, string where, string text)
    {
        Interlocked.Increment(ref texts);
        if (text.Length > 0)
        {
            heard.Enqueue((who, where, text));
        }
    }

    /// <summary>Whoever was told something could see it when the chapter began or when it ended.</summary>
    private void Judge(string chapter, Dictionary<(string Who, string Lead), Reveal> before, Dictionary<(string Who, string Lead), Reveal> now)
    {
        var wrong = new ConcurrentBag<string>();
        Parallel.ForEach(heard, h =>
        {
            foreach (var canary in canaries.In(h.Text))
            {
                var key = (h.Who, canary.Lead);
                var level = now.TryGetValue(key, out var l) ? l : (Reveal?)null;
                level = before.TryGetValue(key, out var b) && (level is null || b > level) ? b : level;
                if (level is { } may && may >= canary.Level)
                {
                    own.AddOrUpdate((h.Who, h.Where.Split(' ')[0]), 1, (_, n) => n + 1);
                }
                else if (canary.Field != "id" || !h.Where.Contains(canary.Lead, StringComparison.Ordinal))
                {
                    var at = h.Text.Length > 400 ? h.Text[..400] : h.Text;
                    wrong.Add($"{chapter}: {h.Who} was told {canary.Field} of a {leads[canary.Lead]} lead ({level?.ToString() ?? "hidden"}) by {h.Where}: {at}");
                }
            }
        });
        heard.Clear();
        Assert.True(wrong.IsEmpty, $"{wrong.Count} foreign canaries, the first:\n" + string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(10)));
    }

    private async Task<string> SendAsync(DeskHost host, string product)
    {
        var (lead, inside) = canaries.Lead(product);
        var id = (await host.As("web").PostAsync("leads", lead.ToJsonString())).Is(202).Id!;
        canaries.Learn(id, inside);
        leads[id] = product;
        return id;
    }

    private Task ArriveAsync(DeskHost host) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Leads), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await SendAsync(host, Kinds[i % Kinds.Length]));

    /// <summary>Everybody takes some of each kind, and writes what only the owner may read.</summary>
    private async Task TakeAsync(DeskHost host)
    {
        foreach (var who in new[] { "kim", "lee", "mia" })
        {
            var desk = (await host.As(who).GetAsync("desk")).Is(200);
            foreach (var offer in desk["offers"].EnumerateArray())
            {
                (await host.As(who).PostAsync($"leads/{offer.GetProperty("leadId").GetString()}/accept")).Is(200);
            }

            (await host.As(who).PostAsync("desk/next")).Is(200);
            (await host.As(who).PostAsync("desk/next")).Is(200);
            (await host.As(who).PostAsync($"leads/{desk["board"][0].GetProperty("id").GetString()}/claim")).Is(200);
            (await host.As(who).PostAsync($"leads/{desk["alerts"][0].GetProperty("leadId").GetString()}/claim")).Is(200);
            foreach (var mine in (await host.As(who).GetAsync("desk")).Is(200)["mine"].EnumerateArray().Select(l => l.GetProperty("id").GetString()!).ToList())
            {
                (await host.As(who).PostAsync($"leads/{mine}/attempts", new { channel = "call", result = "reached", note = canaries.Typed(mine, "attempt") })).Is(200);
                (await host.As(who).PostAsync($"leads/{mine}/note", new { text = canaries.Typed(mine, "note") })).Is(200);
            }
        }
    }

    /// <summary>Leads change hands and leave the floor, each with words that go with them.</summary>
    private async Task MoveAsync(DeskHost host)
    {
        var lee = (await host.As("lee").GetAsync("me")).Id!;
        var rob = (await host.As("rob").GetAsync("me")).Id!;
        var mine = (await host.As("kim").GetAsync("desk")).Is(200)["mine"].EnumerateArray().Select(l => (Id: l.GetProperty("id").GetString()!, Lane: l.GetProperty("lane").GetString()!)).ToList();
        foreach (var (id, _) in mine.Where(l => l.Lane == "blind").Take(1))
        {
            (await host.As("kim").PostAsync($"leads/{id}/release", new { reason = canaries.Typed(id, "release") })).Is(200);
        }

        foreach (var (id, _) in mine.Where(l => l.Lane == "blind").Skip(1).Take(1))
        {
            (await host.As("kim").PostAsync($"leads/{id}/hand-over", new { to = lee, note = canaries.Typed(id, "hand-over") })).Is(200);
        }

        foreach (var (id, _) in mine.Where(l => l.Lane == "cherry"))
        {
            (await host.As("kim").PostAsync($"leads/{id}/outcome", new { outcome = "lost", reason = canaries.Typed(id, "lost") })).Is(200);
        }

        foreach (var (id, _) in mine.Where(l => l.Lane == "shark"))
        {
            (await host.As("kim").PostAsync($"leads/{id}/release", new { reason = canaries.Typed(id, "release") })).Is(200);
        }

        foreach (var id in leads.Where(l => l.Value == "nobody").Select(l => l.Key).Take(2))
        {
            (await host.As("dana").PostAsync($"leads/{id}/assign", new { to = rob, reason = canaries.Typed(id, "assign"), note = canaries.Typed(id, "assign-note"), force = true })).Is(200);
        }

        var walkIn = canaries.Lead("shark");
        var told = (await host.As("mia").PostAsync("walk-ins", new { name = walkIn.Lead["name"]!.GetValue<string>(), email = walkIn.Lead["email"]!.GetValue<string>(), message = walkIn.Lead["message"]!.GetValue<string>() })).Is(200);
        canaries.Learn(told.Id!, walkIn.Inside);
        leads[told.Id!] = "walk-in";
    }

    /// <summary>Each page's person is given one more lead, each hub is asked for its picture: whatever was on its way before has then arrived.</summary>
    private async Task SettleAsync(DeskHost host, Dictionary<string, RawHub> hubs, List<PageEar> pages, Dictionary<string, (RepId Number, Role Role, bool OptedIn)> people)
    {
        foreach (var page in pages)
        {
            var (lead, inside) = canaries.Lead("nobody");
            var id = (await host.As("web").PostAsync("leads", lead.ToJsonString())).Is(202).Id!;
            canaries.Learn(id, inside);
            leads[id] = "marker";
            if (people[page.Who].Role is Role.Rep or Role.Store)
            {
                (await host.As("dana").PostAsync($"leads/{id}/assign", new { to = host.Floor.Person(people[page.Who].Number).Id, reason = "marker", force = true })).Is(200);
                await page.UntilHeardAsync(inside.Single(i => i.Value.Field == "name").Key);
            }
        }

        var seq = host.Floor.Seq;
        foreach (var (who, hub) in hubs)
        {
            await hub.HelloAsync();
            await hub.MessageAsync(people[who].Role == Role.Wallboard ? "WallChanged" : "DeskChanged", a => a[0].GetProperty("version").GetInt64() >= seq);
        }
    }

    /// <summary>Asks for every address there is, as everybody; the questions that lists take are added where much is there to find.</summary>
    private async Task WalkAsync(DeskHost host, IReadOnlyCollection<string> people, bool all)
    {
        var sample = leads.Keys.Order(StringComparer.Ordinal).Take(all ? 200 : 14).ToList();
        string[] lanes = ["blind", "cherry", "shark", "turn", "push"];
        List<string> somebody = [.. host.Floor.People.Take(all ? 100 : 2).Select(p => p.Id.ToString())];
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["{id:guid}"] = sample,
            ["{Id:guid}"] = somebody,
            ["{entry:long}"] = [.. Enumerable.Range(0, 40).Select(i => (1 + (i * Math.Max(1, host.Floor.Seq / 40))).ToString(CultureInfo.InvariantCulture))],
            ["{number:int}"] = ["1"],
            ["{key}"] = lanes,
            ["{documentName}"] = ["v1"],
            ["{token}"] = [Floors.TokenOf("wall")],
            ["{screen}"] = ["desk"],
            ["{state}"] = ["normal"],
        };
        var routes = Routes.Of(host).Where(r => r.Method == "GET").Select(r => r.Pattern).ToList();
        Assert.Contains("/api/v1/leads/{id:guid}/history", routes);
        Assert.Contains("/desk", routes);
        var asked = routes.SelectMany(r => Routes.Filled(r, values).SelectMany(p => !all || r.Contains('{', StringComparison.Ordinal) || !r.StartsWith("/api", StringComparison.Ordinal)
            ? [p]
            : new[] { p, p + "?limit=500", p + "?q=zq", p + "?search=zq" }.Concat(lanes.SelectMany(l => new[] { $"{p}?lane={l}", $"{p}?lane={l}&rep=me&limit=500" })))).ToList();
        if (all && leads.Count > sample.Count)
        {
            asked.AddRange(leads.Keys.Select(l => $"/api/v1/leads/{l}"));
        }

        await Parallel.ForEachAsync(people.SelectMany(who => asked.Select(path => (Who: who, Path: path))), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (ask, _) =>
        {
            var told = await host.As(ask.Who).GetAsync(ask.Path, ask.Path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/html");
            Assert.True(told.Code < 500, $"{ask.Who} {ask.Path}: {told.Code} {told.Text}");
            Hear(ask.Who, "http " + ask.Path, told.Text);
        });

        Assert.DoesNotContain(host.Log.Lines, l => l.Contains("A page broke", StringComparison.Ordinal));

        // Who may not see a lead tries to act on it: the refusal is an answer too.
        var hidden = leads.Where(l => l.Value is "blind" or "nobody").Select(l => l.Key).Take(6).ToList();
        var verbs = Routes.Of(host).Where(r => r.Method == "POST" && r.Pattern.StartsWith("/api/v1/leads/{id:guid}/", StringComparison.Ordinal)).Select(r => r.Pattern).ToList();
        foreach (var (who, path) in hidden.Take(all ? 6 : 1).SelectMany(id => verbs.Select(v => v.Replace("{id:guid}", id, StringComparison.Ordinal))).SelectMany(p => Strangers.Select(w => (w, p))))
        {
            Hear(who, "http " + path, (await host.As(who).PostAsync(path, "{ \"version\": 0 }")).Text);
        }
    }

    /// <summary>Every page there is, in the browsers of some.</summary>
    private static async Task BrowseAsync(DeskHost host, List<PageEar> pages, bool all)
    {
        string[] no = ["/api", "/health", "/metrics", "/sign-", "/openapi", "/bench"];
        var routes = Routes.Of(host).Where(r => r.Method == "GET" && !r.Pattern.Contains('{', StringComparison.Ordinal) && !no.Any(n => r.Pattern.StartsWith(n, StringComparison.Ordinal))).Select(r => r.Pattern).ToList();
        foreach (var page in pages)
        {
            foreach (var path in routes.Where(r => all && r != "/").Append("/"))
            {
                await page.GoAsync(path);
            }
        }
    }

    /// <summary>The other half: a suite that hears nothing finds nothing.</summary>
    private async Task AssertOwnAreToldAsync(DeskHost host, Dictionary<string, (RepId Number, Role Role, bool OptedIn)> people, Dictionary<(string Who, string Lead), Reveal> may)
    {
        var words = canaries.ByLead();
        foreach (var ((who, lead), _) in may.Where(m => m.Value == Reveal.All && leads[m.Key.Lead] != "walk-in").Take(400))
        {
            var told = (await host.As(who).GetAsync($"leads/{lead}")).Is(200);
            foreach (var (word, field) in words[lead].Where(w => w.Field is "name" or "email" or "phone" or "message" or "company" or "region" or "value"))
            {
                Assert.True(told.Text.Contains(word, StringComparison.Ordinal), $"{who} may see {field} of {lead} and was not told: {told.Text}");
            }
        }

        foreach (var who in people.Keys.Where(p => p is not "wall" and not "zed"))
        {
            Assert.True(own.ContainsKey((who, "http")), who);
            Assert.True(own.ContainsKey((who, "hub")), who);
        }

        Assert.All(Pages, who => Assert.True(own.GetValueOrDefault((who, "page")) > 3, who));
        Assert.DoesNotContain(own.Keys, k => k.Who == "wall");
    }

    /// <summary>Neither the server's own words nor the log of events hold anything that a customer or a colleague typed.</summary>
    private async Task AssertNothingIsInTheLogsAsync(DeskHost host)
    {
        Assert.DoesNotContain(host.Log.Lines.SelectMany(canaries.In), c => c.Field != "id");
        await using var store = new SqliteConnection($"Data Source={host.StoreFile};Pooling=False");
        await store.OpenAsync();
        await using var ask = store.CreateCommand();
        ask.CommandText = "SELECT * FROM log";
        await using var rows = await ask.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                var text = rows.GetValue(i) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)!;
                Assert.DoesNotContain(canaries.In(text), c => c.Field != "id");
            }
        }
    }
}
