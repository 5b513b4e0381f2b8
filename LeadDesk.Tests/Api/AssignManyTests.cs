using System.Text.Json;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Several leads to one person: one action, an answer for each of them.</summary>
public sealed class AssignManyTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Several_leads_go_to_one_person_and_one_undo_takes_all_back()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Start));
        await host.ComeAsync("kim", "lee");
        var leads = await LeadsAsync(host, 3);
        (await host.As("lee").PostAsync($"leads/{leads[2]}/claim")).Is(200);
        var kim = await IdAsync(host, "kim");

        var told = (await host.As("dana").PostAsync("leads/assign", Many(leads, kim))).Is(200);

        Assert.All(Results(told), r => Assert.Equal((200, "null"), (r.GetProperty("status").GetInt32(), r.GetProperty("code").GetRawText())));
        Assert.Equal(leads, Results(told).Select(r => r.GetProperty("leadId").GetString()));
        Assert.Equal(leads.Select(l => host.Lead(l).Version), Results(told).Select(r => r.GetProperty("version").GetInt64()));
        Assert.All(leads, l => Assert.Equal("kim", host.NameOf(host.Lead(l).Owner!.Value)));

        (await host.As("kim").PostAsync($"undo/{told["actionId"].GetString()}")).Refused(409, "not-undoable");
        (await host.As("dana").PostAsync($"undo/{told["actionId"].GetString()}")).Is(200);

        Assert.Equal([null, null, "lee"], leads.Select(l => host.Lead(l).Owner is { } owner ? host.NameOf(owner) : null));
        (await host.As("dana").PostAsync($"undo/{told["actionId"].GetString()}")).Refused(409, "not-undoable");
    }

    [Fact]
    public async Task What_cannot_be_given_says_why_and_does_not_stop_the_others()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var leads = await LeadsAsync(host, 3);
        var seen = host.Lead(leads[0]).Version;
        (await host.As("lee").PostAsync($"leads/{leads[0]}/claim")).Is(200);
        (await host.As("lee").PostAsync($"leads/{leads[1]}/claim")).Is(200);
        (await host.As("lee").PostAsync($"leads/{leads[1]}/outcome", new { outcome = "won" })).Is(200);
        var missing = Guid.NewGuid().ToString();

        var told = (await host.As("dana").PostAsync("leads/assign", new
        {
            items = new object[] { new { leadId = leads[0], version = seen }, new { leadId = leads[1] }, new { leadId = missing }, new { leadId = leads[2], version = host.Lead(leads[2]).Version } },
            to = await IdAsync(host, "kim"),
            reason = "regulars",
        })).Is(200);

        Assert.Equal([(409, "stale"), (409, "wrong-state"), (404, "unknown"), (200, null)], Results(told).Select(r => (r.GetProperty("status").GetInt32(), r.GetProperty("code").GetString())));
        Assert.Contains("lee", Results(told)[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("null", Results(told)[2].GetProperty("version").GetRawText());
        Assert.Equal(("lee", "kim"), (host.NameOf(host.Lead(leads[0]).Owner!.Value), host.NameOf(host.Lead(leads[2]).Owner!.Value)));
    }

    [Fact]
    public async Task Places_hold_over_the_whole_bulk_unless_forced()
    {
        await using var host = new DeskHost(Floors.With(places: 2));
        await host.ComeAsync("kim");
        var leads = await LeadsAsync(host, 3);
        var kim = await IdAsync(host, "kim");

        var told = (await host.As("dana").PostAsync("leads/assign", Many(leads, kim))).Is(200);

        Assert.Equal([200, 200, 409], Results(told).Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal("needs-force", Results(told)[2].GetProperty("code").GetString());
        var forced = (await host.As("dana").PostAsync("leads/assign", Many(leads, kim, force: true))).Is(200);
        Assert.All(Results(forced), r => Assert.Equal(200, r.GetProperty("status").GetInt32()));
        Assert.Equal(3, host.Floor.Person(host.Lead(leads[0]).Owner!.Value).Holdings.Open);
    }

    [Fact]
    public async Task Where_nothing_moves_there_is_nothing_to_undo_and_nothing_is_written()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        var head = host.Events.HeadSeq;

        var told = (await host.As("dana").PostAsync("leads/assign", Many([lead], await IdAsync(host, "kim")))).Is(200);
        var wall = (await host.As("dana").PostAsync("leads/assign", Many([lead], await IdAsync(host, "wall")))).Is(200);

        Assert.Equal("null", told["actionId"].GetRawText());
        Assert.Equal(200, Results(told)[0].GetProperty("status").GetInt32());
        Assert.Equal("not-eligible", Results(wall)[0].GetProperty("code").GetString());
        Assert.Equal(head, host.Events.HeadSeq);
    }

    [Fact]
    public async Task A_lead_that_the_bulk_itself_touches_is_not_behind_the_truth()
    {
        await using var host = new DeskHost(Floors.With(places: 1));
        await host.ComeAsync("kim");
        var offered = await host.LeadAsync("turn");
        var waiting = await host.LeadAsync("turn");
        await host.UntilAsync(f => f.Find(new LeadId(Guid.Parse(offered)))!.State == LeadState.Offered);
        object[] items = [new { leadId = offered, version = host.Lead(offered).Version }, new { leadId = waiting, version = host.Lead(waiting).Version }];

        // Kim is free the moment the first is hers no more: the second must not be offered to her in between.
        var told = (await host.As("dana").PostAsync("leads/assign", new { items, to = await IdAsync(host, "lee"), reason = "hers", force = true })).Is(200);

        Assert.All(Results(told), r => Assert.Equal(200, r.GetProperty("status").GetInt32()));
        Assert.All(new[] { offered, waiting }, l => Assert.Equal("lee", host.NameOf(host.Lead(l).Owner!.Value)));
    }

    [Fact]
    public async Task The_reason_is_kept_with_each_lead_and_out_of_the_log()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var leads = await LeadsAsync(host, 2);

        (await host.As("dana").PostAsync("leads/assign", new { items = leads.Select(l => new { leadId = l }), to = await IdAsync(host, "kim"), reason = "she knows them", note = "call before five" })).Is(200);

        foreach (var lead in leads)
        {
            var history = (await host.As("dana").GetAsync($"leads/{lead}/history")).Is(200).Json.EnumerateArray();
            Assert.Contains(history, h => h.TryGetProperty("text", out var text) && text.GetString() == "she knows them\n\ncall before five");
        }
    }

    [Fact]
    public async Task A_retry_moves_nothing_and_tells_how_each_lead_stands_also_after_a_restart()
    {
        var clock = new HandClock(Start);
        var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim", "lee");
        var leads = await LeadsAsync(host, 3);
        var body = Many(leads, await IdAsync(host, "kim"));
        var first = (await host.As("dana").PostAsync("leads/assign", body, "bulk-1")).Is(200);
        (await host.As("dana").PostAsync($"leads/{leads[1]}/return")).Is(200);
        var head = host.Events.HeadSeq;

        await using var later = await host.AgainAsync();
        var again = (await later.As("dana").PostAsync("leads/assign", body, "bulk-1")).Is(200);

        Assert.True(again.Replayed);
        Assert.Equal(first["actionId"].GetString(), again["actionId"].GetString());
        // Kim has had the second and lost it: from now on it takes force.
        Assert.Equal([(200, null), (409, "needs-force"), (200, null)], Results(again).Select(r => (r.GetProperty("status").GetInt32(), r.GetProperty("code").GetString())));
        Assert.Null(later.Lead(leads[1]).Owner);
        Assert.DoesNotContain(later.Events.ReadFrom(head, 1000), e => e.Act == "taken");
        (await later.As("dana").PostAsync("leads/assign", Many(leads, await IdAsync(later, "lee")), "bulk-1")).Refused(422, "key-reused");
    }

    [Fact]
    public async Task Two_managers_at_once_leave_every_lead_with_one_of_the_two()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var leads = await LeadsAsync(host, 8);
        var items = leads.Select(l => new { leadId = l, version = host.Lead(l).Version }).ToList();
        var (kim, lee) = (await IdAsync(host, "kim"), await IdAsync(host, "lee"));

        var told = await Task.WhenAll(
            host.As("dana").PostAsync("leads/assign", new { items, to = kim, reason = "x" }),
            host.As("ada").PostAsync("leads/assign", new { items = items.AsEnumerable().Reverse(), to = lee, reason = "x" }));

        Assert.Equal(8, told.SelectMany(t => Results(t.Is(200))).Count(r => r.GetProperty("status").GetInt32() == 200));
        Assert.Equal(8, told.SelectMany(Results).Count(r => r.GetProperty("code").GetString() == "stale"));
        Assert.Single(leads.Select(l => host.Lead(l).Owner).Distinct());
    }

    [Theory]
    [InlineData("""{ "to": "KIM", "reason": "x" }""", "items")]
    [InlineData("""{ "items": [], "to": "KIM", "reason": "x" }""", "items")]
    [InlineData("""{ "items": "LEAD", "to": "KIM", "reason": "x" }""", "items")]
    [InlineData("""{ "items": [ "LEAD" ], "to": "KIM", "reason": "x" }""", "items[0]")]
    [InlineData("""{ "items": [ {} ], "to": "KIM", "reason": "x" }""", "items[0].leadId")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" }, { "leadId": "LEAD" } ], "to": "KIM", "reason": "x" }""", "items[1].leadId")]
    [InlineData("""{ "items": [ { "leadId": "LEAD", "version": -1 } ], "to": "KIM", "reason": "x" }""", "items[0].version")]
    [InlineData("""{ "items": [ { "leadId": "LEAD", "to": "KIM" } ], "to": "KIM", "reason": "x" }""", "items[0].to")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" } ], "reason": "x" }""", "to")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" } ], "to": "LEAD", "reason": "x" }""", "to")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" } ], "to": "KIM" }""", "reason")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" } ], "to": "KIM", "reason": " " }""", "reason")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" } ], "to": "KIM", "reason": "x", "force": 1 }""", "force")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" } ], "to": "KIM", "reason": "x", "version": 3 }""", "version")]
    [InlineData("""{ "items": [ { "leadId": "LEAD" } ], "to": "KIM", "reason": "x", "leads": [] }""", "leads")]
    public async Task A_wrong_body_names_its_field_and_moves_nothing(string body, string field)
    {
        var lead = await shared.Host.LeadAsync("cherry");
        var head = shared.Host.Events.HeadSeq;

        (await shared.Host.As("dana").PostAsync("leads/assign", body.Replace("LEAD", lead, StringComparison.Ordinal).Replace("KIM", await IdAsync(shared.Host, "kim"), StringComparison.Ordinal))).Names(field);

        Assert.Equal(head, shared.Host.Events.HeadSeq);
    }

    [Fact]
    public async Task More_than_the_floor_shows_is_too_many()
    {
        var items = Enumerable.Range(0, 201).Select(_ => new { leadId = Guid.NewGuid() });
        Assert.Contains("200", (await shared.Host.As("dana").PostAsync("leads/assign", new { items, to = await IdAsync(shared.Host, "kim"), reason = "x" })).Names("items"), StringComparison.Ordinal);
    }

    private static async Task<List<string>> LeadsAsync(DeskHost host, int count)
    {
        var leads = new List<string>();
        for (var i = 0; i < count; i++)
        {
            leads.Add(await host.LeadAsync("cherry"));
        }

        return leads;
    }

    private static async Task<string> IdAsync(DeskHost host, string who) => (await host.As(who).GetAsync("me")).Id!;

    private static object Many(IEnumerable<string> leads, string to, bool force = false) => new { items = leads.Select(l => new { leadId = l }), to, reason = "regulars", force };

    private static List<JsonElement> Results(Told told) => [.. told["results"].EnumerateArray()];
}
