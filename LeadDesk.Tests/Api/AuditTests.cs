using Microsoft.Data.Sqlite;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The log as managers read it over HTTP.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Managers_read_who_did_what_with_whose_lead_before_and_after()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/release", new { reason = "secret-why" })).Is(200);
        var kim = (await host.As("kim").GetAsync("me")).Id!;

        var all = (await host.As("dana").GetAsync($"audit?lead={lead}")).Is(200);
        var acts = all["items"].EnumerateArray().ToList();
        Assert.All(acts, a => Assert.Equal(lead, a.GetProperty("leadId").GetString()));
        var taken = Assert.Single(acts, a => a.GetProperty("act").GetString() == "taken");
        Assert.Equal(
            (kim, "kim", "api", null, kim, "kim"),
            (taken.GetProperty("byId").GetString(), taken.GetProperty("byName").GetString(), taken.GetProperty("via").GetString(),
                taken.GetProperty("from").GetString(), taken.GetProperty("to").GetString(), taken.GetProperty("toName").GetString()));
        Assert.Single((await host.As("ada").GetAsync($"audit?lead={lead}&act=lost&person={kim}")).Is(200)["items"].EnumerateArray());
        Assert.DoesNotContain("secret-why", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pat Doe", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_newest_first_without_a_gap()
    {
        await using var host = new DeskHost(Floors.With());
        await host.LeadAsync("cherry");
        var seen = new List<long>();
        string? after = null;
        var head = host.Events.HeadSeq;
        do
        {
            var page = (await host.As("dana").GetAsync("audit?limit=7" + (after is null ? "" : "&after=" + after))).Is(200);
            seen.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("seq").GetInt64()));
            after = page["next"].GetString();
        }
        while (after is not null);

        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(seen[0], seen.Count);
        Assert.True(seen[0] >= head);
    }

    [Fact]
    public async Task A_time_is_a_window_of_the_log()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = new DeskHost(Floors.With(), clock);
        var first = await host.LeadAsync("cherry");
        clock.Advance(TimeSpan.FromMinutes(1));
        var second = await host.LeadAsync("cherry");

        var early = (await host.As("dana").GetAsync("audit?act=received&until=2026-03-02T09:00:30Z")).Is(200);
        var late = (await host.As("dana").GetAsync("audit?act=received&from=2026-03-02T09:00:30Z")).Is(200);

        Assert.Equal(first, Assert.Single(early["items"].EnumerateArray()).GetProperty("leadId").GetString());
        Assert.Equal(second, Assert.Single(late["items"].EnumerateArray()).GetProperty("leadId").GetString());
        Assert.Empty((await host.As("dana").GetAsync("audit?from=2999-01-01T00:00:00Z")).Is(200)["items"].EnumerateArray());
    }

    [Theory]
    [InlineData("person=kim", "person")]
    [InlineData("lead=1", "lead")]
    [InlineData("act=steal", "act")]
    [InlineData("from=yesterday", "from")]
    [InlineData("limit=0", "limit")]
    [InlineData("after=x", "after")]
    public async Task A_wrong_filter_is_named(string query, string field)
    {
        await using var host = new DeskHost(Floors.With());

        var told = (await host.As("dana").GetAsync("audit?" + query)).Refused(400, "invalid");

        Assert.True(told["errors"].TryGetProperty(field, out _), told.Text);
    }

    [Fact]
    public async Task Verifying_says_ok_with_the_head_and_else_the_first_event_that_is_wrong()
    {
        await using var host = new DeskHost(Floors.With());
        await host.LeadAsync("cherry");

        var well = (await host.As("dana").GetAsync("audit/verify")).Is(200);
        Assert.True(well["ok"].GetBoolean(), well.Text);
        Assert.True(well["head"].GetProperty("seq").GetInt64() > 0);
        Assert.Equal("null", well["firstBroken"].GetRawText());

        using (var connection = new SqliteConnection($"Data Source={host.StoreFile};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE log SET at = at + 1 WHERE seq = 2";
            command.ExecuteNonQuery();
        }

        var ill = (await host.As("ada").GetAsync("audit/verify")).Is(200);
        Assert.False(ill["ok"].GetBoolean());
        Assert.Equal(2, ill["firstBroken"].GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task The_head_is_written_down_beside_the_store_when_the_desk_stops()
    {
        await using var host = new DeskHost(Floors.With());
        await host.LeadAsync("cherry");
        await using var again = await host.AgainAsync();

        var line = (await File.ReadAllLinesAsync(again.StoreFile + ".heads.log"))[^1].Split(' ');
        var seq = long.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture);
        var told = (await again.As("dana").GetAsync("audit/verify")).Is(200);
        Assert.Equal((3, 64), (line.Length, line[2].Length));
        Assert.InRange(seq, 1, again.Events.HeadSeq);
        Assert.True(told["ok"].GetBoolean() && told["anchors"].GetInt32() >= 1, told.Text);
    }

    [Fact]
    public async Task A_group_of_acts_is_looked_for_by_its_name_and_whom_it_concerns_is_told()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");
        (await host.As("kim").PostAsync($"leads/{lead}/accept")).Is(200);

        var given = (await host.As("dana").GetAsync("audit?act=given")).Is(200)["items"].EnumerateArray().ToList();
        var people = (await host.As("dana").GetAsync("audit?act=people")).Is(200)["items"].EnumerateArray().ToList();

        Assert.Equal(["taken", "offered"], given.Select(i => i.GetProperty("act").GetString()));
        Assert.Equal(("kim", "Offered it to kim", "Accepted it"), (given[1].GetProperty("aboutName").GetString(), given[1].GetProperty("what").GetString(), given[0].GetProperty("what").GetString()));
        Assert.All(people, i => Assert.NotNull(i.GetProperty("aboutName").GetString()));
        Assert.Contains(people, i => i.GetProperty("what").GetString() == "kim is now: Ready");
    }

    [Fact]
    public async Task An_export_is_everything_that_fits_with_its_zone_and_is_itself_in_the_log_after_a_restart()
    {
        await using var host = new DeskHost(Floors.With(more: Floors.Person("eve", "rep").Replace("\"eve\"", "\"=cmd|calc\"", StringComparison.Ordinal)).Replace("\"UTC\"", "\"America/New_York\"", StringComparison.Ordinal));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        var head = host.Events.HeadSeq;

        var told = (await host.As("ada").GetAsync("audit/export")).Is(200);

        Assert.Equal("text/csv", told.ContentType);
        var rows = told.Text.TrimStart('\uFEFF').TrimEnd().Split("\r\n").Select(r => r.Split(',')).ToList();
        Assert.Equal(("seq", "export"), (rows[0][0], rows[0][^1]));
        Assert.True(rows.Count >= head, $"{rows.Count} rows of {head}");
        Assert.Equal(Enumerable.Range(1, rows.Count - 1).Reverse().Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), rows.Skip(1).Select(r => r[0]));
        Assert.All(rows.Skip(1), r => Assert.Equal(("America/New_York", rows[1][^1]), (r[2], r[^1])));
        Assert.Matches("-0[45]:00$", rows[1][1]);
        Assert.Equal("exported", rows[1][6]);
        Assert.Contains(rows, r => r[14] == "'=cmd|calc");
        Assert.DoesNotContain(rows.SelectMany(r => r), c => c.Length > 0 && "=+-@".Contains(c[0], StringComparison.Ordinal));

        await using var again = await host.AgainAsync();
        var logged = Assert.Single((await again.As("dana").GetAsync("audit?act=exported")).Is(200)["items"].EnumerateArray());
        Assert.Equal(("ada", "audit:" + rows[1][^1]), (logged.GetProperty("byName").GetString(), logged.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task An_export_is_a_right_of_its_own_and_without_it_nothing_is_written()
    {
        await using var host = new DeskHost(Floors.With());
        var rows = await host.RowsAsync();

        (await host.As("dana").GetAsync("audit/export")).Refused(403, "forbidden");
        (await host.As("kim").GetAsync("audit/export")).Refused(403, "forbidden");
        (await host.As("ada").GetAsync("audit/export?act=steal")).Names("act");

        Assert.Equal(rows, await host.RowsAsync());
        (await host.As("ada").PutAsync("floor-file", """{ "people": [ { "email": "dana@example.com", "mayExport": true }, { "email": "kim@example.com", "mayExport": true } ] }""")).Is(200);
        (await host.As("dana").GetAsync("audit/export?act=received")).Is(200);
        (await host.As("kim").GetAsync("audit/export")).Refused(403, "forbidden");
        Assert.Contains("\"mayExport\": true", (await host.As("ada").GetAsync("floor-file")).Text, StringComparison.Ordinal);
    }
}
