using System.Numerics;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The accounts of a lane and the receipts behind them, as they are read over HTTP.</summary>
public sealed class LedgerTests
{
    [Fact]
    public async Task Balances_come_to_nothing_and_entries_are_read_page_by_page()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee", "rob");
        string[] names = ["kim", "lee", "rob"];
        for (var i = 0; i < 12; i++)
        {
            var lead = await host.LeadAsync("turn");
            var who = names.Single(n => host.NameOf(host.Lead(lead).Offer!.Rep) == n);
            (await host.As(who).PostAsync($"leads/{lead}/{(i % 4 == 3 ? "pass" : "accept")}")).Is(200);
            if (host.Lead(lead).Offer is { } next)
            {
                (await host.As(host.NameOf(next.Rep)).PostAsync($"leads/{lead}/accept")).Is(200);
            }
        }

        var all = (await host.As("dana").GetAsync("ledger?lane=turn&limit=500")).Is(200);
        Assert.Equal("5342931457063200", all["unit"].GetString());
        Assert.Equal(BigInteger.Zero, all["balances"].EnumerateArray().Aggregate(BigInteger.Zero, (sum, b) => sum + BigInteger.Parse(b.GetProperty("balance").GetString()!, null)));
        Assert.All(all["balances"].EnumerateArray(), b => Assert.Equal(
            BigInteger.Parse(b.GetProperty("due").GetString()!, null) - BigInteger.Parse(b.GetProperty("received").GetString()!, null),
            BigInteger.Parse(b.GetProperty("balance").GetString()!, null)));

        var entries = all["entries"].EnumerateArray().Select(e => e.GetRawText()).ToList();
        Assert.True(entries.Count >= 15, "three passes are three more entries");
        Assert.Equal("null", all["next"].GetRawText());
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = (await host.As("dana").GetAsync("ledger?lane=turn&limit=4" + (after is null ? "" : "&after=" + after))).Is(200);
            paged.AddRange(page["entries"].EnumerateArray().Select(e => e.GetRawText()));
            after = page["next"].GetString();
        }
        while (after is not null);

        Assert.Equal(entries, paged);
        Assert.All(all["entries"].EnumerateArray(), e => Assert.Equal(
            BigInteger.Parse("5342931457063200", null),
            e.GetProperty("shares").EnumerateArray().Aggregate(BigInteger.Zero, (sum, s) => sum + BigInteger.Parse(s.GetProperty("amount").GetString()!, null))));
    }

    [Fact]
    public async Task A_rep_reads_their_own_account_and_no_other()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("turn");
        var first = host.NameOf(host.Lead(lead).Offer!.Rep);
        var second = first == "kim" ? "lee" : "kim";
        (await host.As(first).PostAsync($"leads/{lead}/accept")).Is(200);

        (await host.As(second).GetAsync("ledger?lane=turn")).Refused(403, "forbidden");
        (await host.As(second).GetAsync("ledger?lane=turn&rep=" + (await host.As(first).GetAsync("me")).Id)).Refused(403, "forbidden");
        var mine = (await host.As(first).GetAsync("ledger?lane=turn&rep=me")).Is(200);
        var theirs = (await host.As(second).GetAsync("ledger?lane=turn&rep=me")).Is(200);

        Assert.Equal(lead, Assert.Single(mine["entries"].EnumerateArray()).GetProperty("leadId").GetString());
        Assert.False(Assert.Single(theirs["entries"].EnumerateArray()).TryGetProperty("leadId", out _));
        Assert.DoesNotContain(lead, theirs.Text, StringComparison.Ordinal);
        Assert.Single(theirs["balances"].EnumerateArray());
    }

    [Fact]
    public async Task The_owner_reads_why_me_and_the_one_passed_over_why_not_me_once_it_has_an_owner()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("turn");
        var first = host.NameOf(host.Lead(lead).Offer!.Rep);
        var second = first == "kim" ? "lee" : "kim";
        var entry = (await host.As("dana").GetAsync("ledger?lane=turn")).Is(200)["entries"][0].GetProperty("entry").GetInt64();

        (await host.As(second).GetAsync($"ledger/entries/{entry}/receipt")).Refused(404, "unknown");
        (await host.As(first).PostAsync($"leads/{lead}/accept")).Is(200);

        var mine = (await host.As(first).GetAsync($"leads/{lead}/receipt")).Is(200);
        var theirs = (await host.As(second).GetAsync($"ledger/entries/{entry}/receipt")).Is(200);
        foreach (var name in new[] { "laneVersion", "at", "method", "eligible", "passedOver", "chosen", "tieBreak", "sentence" })
        {
            Assert.True(mine.Has(name) && theirs.Has(name), name);
        }

        Assert.Equal(lead, mine["leadId"].GetString());
        Assert.False(theirs.Has("leadId"));
        Assert.DoesNotContain(lead, theirs.Text, StringComparison.Ordinal);
        Assert.Contains(theirs["passedOver"].EnumerateArray(), p => p.GetProperty("name").GetString() == "rob" && p.GetProperty("test").GetString() == "E4");
        (await host.As(second).GetAsync($"leads/{lead}/receipt")).Refused(404, "unknown");
        (await host.As("rob").GetAsync($"ledger/entries/{entry}/receipt")).Is(200);
        (await host.As("wall").GetAsync($"ledger/entries/{entry}/receipt")).Refused(404, "unknown");
    }

    [Fact]
    public async Task Where_names_are_off_everybody_else_is_a_colleague()
    {
        await using var host = new DeskHost(Floors.With(Floors.OneOfEach.Replace("\"method\": \"fairTurn\"", "\"method\": \"fairTurn\", \"names\": false", StringComparison.Ordinal)));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("turn");
        var first = host.NameOf(host.Lead(lead).Offer!.Rep);
        var second = first == "kim" ? "lee" : "kim";
        (await host.As(first).PostAsync($"leads/{lead}/accept")).Is(200);
        var entry = (await host.As("dana").GetAsync("ledger?lane=turn")).Is(200)["entries"][0].GetProperty("entry").GetInt64();

        var told = (await host.As(second).GetAsync($"ledger/entries/{entry}/receipt")).Is(200);

        Assert.DoesNotContain($"\"{first}", told.Text, StringComparison.Ordinal);
        Assert.Contains("a colleague", told["sentence"].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(first, told["sentence"].GetString(), StringComparison.Ordinal);
        Assert.Equal([second], told["eligible"].EnumerateArray().Select(e => e.GetProperty("name").GetString()).OfType<string>());
    }

    [Fact]
    public async Task The_floor_file_goes_out_and_comes_in_again_unchanged_without_a_secret()
    {
        await using var host = new DeskHost(Floors.With());
        var ada = host.As("ada");
        var file = (await ada.GetAsync("floor-file")).Is(200);
        Assert.DoesNotContain("token", file.Text, StringComparison.Ordinal);
        var head = host.Events.HeadSeq;

        var same = (await ada.PutAsync("floor-file", file.Text)).Is(200);

        Assert.Equal(file.Text, same.Text);
        Assert.All(host.Floor.Plan.Lanes, l => Assert.Equal(1, l.Lane.Version));
        Assert.InRange(host.Events.HeadSeq, head, head + 1);
        (await host.As("kim").GetAsync("me")).Is(200);

        (await ada.PutAsync("floor-file", """{ "lanes": [ { "key": "blind", "method": "teleport" }, { "key": "new", "method": "push", "when": { "colour": "red" } } ] }""")).Names("lanes[0].method");
        (await ada.PutAsync("floor-file", """{ "lamps": [] }""")).Names("lamps");
        (await ada.PutAsync("floor-file", "[]")).Names("");
        (await ada.PutAsync("floor-file", "{")).Refused(400, "malformed");
        Assert.Equal(file.Text, (await ada.GetAsync("floor-file")).Text);

        (await ada.PutAsync("floor-file", """{ "lanes": [ { "key": "blind", "wipLimit": 3 } ] }""")).Is(200);
        var lanes = (await host.As("kim").GetAsync("lanes")).Is(200)["items"].EnumerateArray().ToDictionary(l => l.GetProperty("key").GetString()!, l => l.GetProperty("version").GetInt32());
        Assert.Equal((2, 1), (lanes["blind"], lanes["cherry"]));
        Assert.Equal("blind", lanes.Keys.First());
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_refused_and_nothing_of_the_file_is_taken()
    {
        await using var host = new DeskHost(Floors.With());
        var rows = await host.RowsAsync();
        foreach (var taken in new[] { "kim", "web" })
        {
            (await host.As("ada").PutAsync("floor-file", $$"""{ "people": [ {{Floors.Person("nora", "rep").Replace(Floors.TokenOf("nora"), Floors.TokenOf(taken), StringComparison.Ordinal)}} ] }""")).Names("people[0].token");
            (await host.As("ada").PutAsync("floor-file", $$"""{ "sources": [ { "key": "shop", "name": "Shop", "token": "{{Floors.TokenOf(taken)}}" } ] }""")).Names("sources");
        }

        Assert.Equal(rows, await host.RowsAsync());
    }
}
