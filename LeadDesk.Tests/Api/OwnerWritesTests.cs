using System.Text.Json;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>What an owner does with a lead, what others are told who try, and what managers do.</summary>
public sealed class OwnerWritesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    private static readonly (string Verb, object Body)[] Writes =
    [
        ("release", new { reason = "r" }),
        ("attempts", new { channel = "call", result = "noAnswer" }),
        ("outcome", new { outcome = "won", value = 10 }),
        ("park", new { until = "2026-03-10T09:00:00Z" }),
        ("note", new { text = "n" }),
    ];

    [Fact]
    public async Task Somebody_elses_lead_is_not_yours_where_you_may_see_it_and_unknown_where_not()
    {
        await using var host = new DeskHost(Floors.With(more: Floors.Person("meg", "manager", more: ", \"takesLeads\": true")), new HandClock(Start));
        await host.ComeAsync("kim", "lee");
        var waiting = await host.LeadAsync("cherry");
        var owned = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{owned}/claim")).Is(200);
        var rows = await host.RowsAsync();
        foreach (var (verb, body) in Writes)
        {
            var open = (await host.As("lee").PostAsync($"leads/{waiting}/{verb}", body)).Refused(409, "not-yours");
            Assert.Equal("null", open["byName"].GetRawText());
            (await host.As("lee").PostAsync($"leads/{owned}/{verb}", body)).Refused(404, "unknown");
            Assert.Equal("kim", (await host.As("meg").PostAsync($"leads/{owned}/{verb}", body)).Refused(409, "not-yours")["byName"].GetString());
            (await host.As("dana").PostAsync($"leads/{owned}/{verb}", body)).Refused(403, "forbidden");
        }

        Assert.Equal(rows, await host.RowsAsync());
    }

    [Fact]
    public async Task An_old_picture_tells_no_more_than_the_write_itself_and_whoever_reached_for_it_is_told_who_was_first()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Start));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        var lee = (await host.As("lee").GetAsync("me")).Id!;
        (await host.As("lee").GetAsync("desk")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        foreach (var (verb, body) in Writes.Append(("relabel", (object)new { product = "push" })).Append(("hand-over", (object)new { to = lee })))
        {
            var old = JsonSerializer.SerializeToNode(body)!.AsObject();
            old["version"] = 1;
            (await host.As("lee").PostAsync($"leads/{lead}/{verb}", old.ToJsonString())).Refused(404, "unknown");
        }

        Assert.Equal("kim", (await host.As("lee").PostAsync($"leads/{lead}/claim", new { version = 1 })).Refused(409, "stale")["byName"].GetString());
    }

    [Fact]
    public async Task Where_names_are_off_a_lead_does_not_name_who_had_it_before()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With("""{ "key": "cherry", "name": "Cherry", "method": "cherryPick", "names": false, "fallback": "managers", "firstAttemptMinutes": 600 }"""), clock);
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        foreach (var who in new[] { "kim", "lee" })
        {
            (await host.As(who).PostAsync($"leads/{lead}/claim")).Is(200);
            (await host.As(who).PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "noAnswer" })).Is(200);
            (await host.As(who).PostAsync($"leads/{lead}/note", new { text = "n" })).Is(200);
            (await host.As(who).PostAsync($"leads/{lead}/{(who == "kim" ? "release" : "outcome")}", who == "kim" ? new { reason = "r" } : new { outcome = "lost" })).Is(200);
        }

        Assert.Equal([null, "lee"], await NamesAsync("lee"));
        Assert.Equal(["kim", "lee"], await NamesAsync("dana"));
        clock.Advance(TimeSpan.FromMinutes(16));
        await host.LeadAsync("cherry");
        await host.RowsAsync();
        await host.UntilAsync(f => f.Find(new LeadId(Guid.Parse(lead))) is null);
        Assert.Equal([null, "lee"], await NamesAsync("lee"));
        Assert.Equal(["kim", "lee"], await NamesAsync("dana"));

        async Task<IEnumerable<string?>> NamesAsync(string who)
        {
            var told = (await host.As(who).GetAsync($"leads/{lead}")).Is(200);
            var notes = told["notes"].EnumerateArray().Select(n => n.GetProperty("byName").GetString()).Distinct().ToList();
            Assert.Equal(notes, told["attempts"].EnumerateArray().Select(a => a.GetProperty("byName").GetString()));
            return notes;
        }
    }

    [Fact]
    public async Task A_lead_that_was_closed_long_ago_is_there_for_whoever_may_see_it_and_cannot_be_changed()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(more: Floors.Person("meg", "manager", more: ", \"takesLeads\": true")), clock);
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/outcome", new { outcome = "won", value = 10 })).Is(200);
        clock.Advance(TimeSpan.FromMinutes(16));
        await host.LeadAsync("cherry");
        await host.ComeAsync("kim", "lee", "meg");
        Assert.Null(host.Floor.Find(new LeadId(Guid.Parse(lead))));
        var rows = await host.RowsAsync();
        foreach (var (verb, body) in Writes)
        {
            (await host.As("kim").PostAsync($"leads/{lead}/{verb}", body)).Refused(409, "wrong-state");
            Assert.Equal("kim", (await host.As("meg").PostAsync($"leads/{lead}/{verb}", body)).Refused(409, "not-yours")["byName"].GetString());
            (await host.As("lee").PostAsync($"leads/{lead}/{verb}", body)).Refused(404, "unknown");
            (await host.As("kim").PostAsync($"leads/{Guid.NewGuid()}/{verb}", body)).Refused(404, "unknown");
        }

        (await host.As("dana").PostAsync($"leads/{lead}/return", new { reason = "r" })).Refused(409, "wrong-state");
        (await host.As("dana").PostAsync($"leads/{Guid.NewGuid()}/return", new { reason = "r" })).Refused(404, "unknown");
        Assert.Equal(rows, await host.RowsAsync());
    }

    [Fact]
    public async Task An_attempt_stops_the_clock_and_its_note_is_read_back()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);

        var told = (await host.As("kim").PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "voicemail", note = "spoke to the machine", nextAt = "2026-03-09T12:00:00+02:00" })).Is(200);

        Assert.Equal("attempted", told["state"].GetString());
        Assert.Equal("2026-03-09T10:00:00.000Z", told["nextAt"].GetString());
        Assert.Equal("spoke to the machine", told["attempts"][0].GetProperty("note").GetString());
        Assert.Equal("null", told["due"].GetRawText());
        Assert.True(Guid.TryParse(told["actionId"].GetString(), out _));
    }

    [Fact]
    public async Task What_people_write_about_a_lead_goes_with_it_and_survives_a_restart_but_not_an_undo_or_a_pass()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("turn");
        var first = host.NameOf(host.Lead(lead).Offer!.Rep);
        var second = first == "kim" ? "lee" : "kim";
        (await host.As(first).PostAsync($"leads/{lead}/pass", new { reason = "not my field" })).Is(200);
        (await host.As(second).PostAsync($"leads/{lead}/accept")).Is(200);
        (await host.As(second).PostAsync($"leads/{lead}/note", new { text = "wants gold" })).Is(200);
        var noted = (await host.As(second).PostAsync($"leads/{lead}/note", new { text = "by mistake" })).Is(200);
        (await host.As(second).PostAsync($"undo/{noted["actionId"].GetString()}")).Is(200);
        var to = host.Floor.Person(host.Floor.People.First(p => host.NameOf(p.Number) == first).Number).Id;
        (await host.As("dana").PostAsync($"leads/{lead}/assign", new { to, reason = "balance", note = "call before noon", force = true })).Is(200);
        Assert.Equal([(second, "wants gold"), ("dana", "balance\n\ncall before noon")], Notes((await host.As(first).GetAsync($"leads/{lead}")).Is(200)));
        Assert.False((await host.As(second).GetAsync($"leads/{lead}")).Is(200).Has("notes"));

        await using var later = await host.AgainAsync();
        Assert.Equal(["wants gold", "balance\n\ncall before noon"], Notes((await later.As("dana").GetAsync($"leads/{lead}")).Is(200)).Select(n => n.Text), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_relabel_may_name_the_right_source_knows_an_old_picture_and_is_taken_back()
    {
        const string Doors = """
            { "key": "calls", "name": "Calls", "when": { "source": ["shop"] }, "method": "cherryPick", "fallback": "managers", "firstAttemptMinutes": 600 },
            { "key": "cherry", "name": "Cherry", "method": "cherryPick", "fallback": "managers", "firstAttemptMinutes": 600 }
            """;
        await using var host = new DeskHost(Floors.With(Doors));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("ring");
        var owned = (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/relabel", new { source = "nowhere" })).Refused(400, "invalid");
        (await host.As("kim").PostAsync($"leads/{lead}/relabel", new { source = "shop", version = owned["version"].GetInt64() - 1 })).Refused(409, "stale");

        var moved = (await host.As("kim").PostAsync($"leads/{lead}/relabel", new { source = "shop", product = "watch" })).Is(200);

        Assert.Equal(("shop", "watch", "calls"), (host.Lead(lead).Source, host.Lead(lead).Facts.Product, host.Lead(lead).Stay!.Lane));
        (await host.As("kim").PostAsync($"undo/{moved["actionId"].GetString()}")).Is(200);
        Assert.Equal(("web", "ring", "kim"), (host.Lead(lead).Source, host.Lead(lead).Facts.Product, host.NameOf(host.Lead(lead).Owner!.Value)));
        await using var later = await host.AgainAsync();
        Assert.Equal(("web", "ring", "kim"), (later.Lead(lead).Source, later.Lead(lead).Facts.Product, later.NameOf(later.Lead(lead).Owner!.Value)));
    }

    [Fact]
    public async Task Who_has_a_lead_already_is_not_told_of_an_old_picture()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        var version = host.Lead(lead).Version;
        (await host.As("kim").PostAsync($"leads/{lead}/claim", new { version })).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/claim", new { version })).Is(200);
        (await host.As("lee").PostAsync($"leads/{lead}/claim", new { version })).Refused(409, "stale");
    }

    [Fact]
    public async Task A_next_try_lies_ahead_and_a_step_without_words_has_no_text()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "callBack", nextAt = "2020-01-01T00:00:00Z" })).Refused(400, "invalid");
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "n" })).Is(200);
        var steps = (await host.As("kim").GetAsync($"leads/{lead}/history")).Is(200).Json.EnumerateArray().ToList();
        Assert.Equal("n", Assert.Single(steps, s => s.TryGetProperty("text", out _)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_manager_takes_a_presence_back_that_they_set_for_somebody()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var kim = host.Floor.People.First(p => host.NameOf(p.Number) == "kim");
        var set = (await host.As("dana").PostAsync($"people/{kim.Id}/presence", new { presence = "break" })).Is(200);
        Assert.Equal(Domain.Floor.Presence.Break, host.Floor.Person(kim.Number).Presence);
        (await host.As("dana").PostAsync($"undo/{set["actionId"].GetString()}")).Is(200);
        Assert.Equal(Domain.Floor.Presence.Available, host.Floor.Person(kim.Number).Presence);
    }

    private static List<(string? By, string? Text)> Notes(Told told) =>
        [.. told["notes"].EnumerateArray().Select(n => (n.GetProperty("byName").GetString(), n.GetProperty("text").GetString()))];

    [Fact]
    public async Task Whoever_can_take_nothing_of_the_board_is_told_why()
    {
        await using var host = new DeskHost(Floors.With(places: 1));
        await host.ComeAsync("kim");
        await host.LeadAsync("cherry");
        var lead = await host.LeadAsync("cherry");
        Assert.Equal("null", (await host.As("kim").GetAsync("desk")).Is(200)["boardShut"].GetRawText());
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        Assert.Contains("place", (await host.As("kim").GetAsync("desk")).Is(200)["boardShut"].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_in_a_blind_lane_shows_nothing_and_the_lead_is_gone()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        await host.LeadAsync("blind", new { message = "hush" });
        var lead = (await host.As("kim").PostAsync("desk/next")).Is(200).Id;

        var told = (await host.As("kim").PostAsync($"leads/{lead}/release", new { reason = "a friend" }, "k")).Is(200);

        Assert.Equal(["actionId", "id", "state", "version"], told.Json.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal("waiting", told["state"].GetString());
        (await host.As("lee").PostAsync("desk/next")).Is(200);
        var again = (await host.As("kim").PostAsync($"leads/{lead}/release", new { reason = "a friend" }, "k")).Is(200);
        Assert.True(again.Replayed);
        Assert.Equal(("waiting", told["version"].GetInt64()), (again["state"].GetString(), again["version"].GetInt64()));
        (await host.As("kim").GetAsync($"leads/{lead}")).Refused(404, "unknown");
        (await host.As("kim").GetAsync($"leads/{lead}/history")).Refused(404, "unknown");
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "n" })).Refused(404, "unknown");
    }

    [Fact]
    public async Task A_blind_lead_that_everybody_gave_back_stands_on_their_boards_as_a_lead_and_no_more()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await host.LeadAsync("blind", new { message = "hush" });
        var lead = (await host.As("kim").PostAsync("desk/next")).Is(200).Id;
        (await host.As("kim").PostAsync($"leads/{lead}/release")).Is(200);

        var card = (await host.As("kim").GetAsync("desk")).Is(200)["board"][0];

        Assert.True(card.GetProperty("takeable").GetBoolean());
        Assert.DoesNotContain("hush", card.GetRawText(), StringComparison.Ordinal);
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
    }

    [Fact]
    public async Task A_former_owner_sees_what_the_lane_reveals()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry", new { message = "hush", value = 900 });
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/release")).Is(200);

        var seen = (await host.As("kim").GetAsync($"leads/{lead}")).Is(200);

        Assert.Equal(900, seen["value"].GetDecimal());
        Assert.False(seen.Has("contact"));
        Assert.False(seen.Has("message"));
        Assert.DoesNotContain("hush", seen.Text, StringComparison.Ordinal);
        (await host.As("lee").PostAsync($"leads/{lead}/claim")).Is(200);
        Assert.False((await host.As("kim").GetAsync($"leads/{lead}")).Has("contact"));
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "n" })).Refused(409, "not-yours");
    }

    [Fact]
    public async Task A_closed_lead_takes_no_more_writes()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Start));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        Assert.Equal("won", (await host.As("kim").PostAsync($"leads/{lead}/outcome", new { outcome = "won", value = 1234.56, reason = "liked it" })).Is(200)["state"].GetString());

        foreach (var (verb, body) in Writes)
        {
            (await host.As("kim").PostAsync($"leads/{lead}/{verb}", body)).Refused(409, "wrong-state");
        }

        var kim = (await host.As("kim").GetAsync("me")).Id;
        (await host.As("dana").PostAsync($"leads/{lead}/assign", new { to = kim, reason = "again" })).Refused(409, "wrong-state");
        (await host.As("dana").PostAsync($"leads/{lead}/return")).Refused(409, "wrong-state");
    }

    [Fact]
    public async Task A_parked_lead_comes_back_by_itself_and_only_ten_wait()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        var leads = new List<string>();
        for (var i = 0; i < 11; i++)
        {
            leads.Add(await host.LeadAsync("cherry"));
            (await host.As("kim").PostAsync($"leads/{leads[i]}/claim")).Is(200);
            var parked = await host.As("kim").PostAsync($"leads/{leads[i]}/park", new { until = "2026-03-10T09:00:00Z" });
            _ = i < 10 ? parked.Is(200) : parked.Refused(409, "too-many-parked");
        }

        var desk = (await host.As("kim").GetAsync("desk")).Is(200);
        Assert.Equal((10, 1, 1), (desk["parked"].GetArrayLength(), desk["mine"].GetArrayLength(), desk["places"].GetProperty("used").GetInt32()));
        await host.PassAsync(TimeSpan.FromHours(24), f => f.Find(new LeadId(Guid.Parse(leads[0])))!.State == LeadState.Owned);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-01-01T00:00:00Z")]
    public async Task A_lead_cannot_wait_for_the_past_or_for_ever(string until)
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);

        (await host.As("kim").PostAsync($"leads/{lead}/park", new { until })).Names("until");
    }

    [Fact]
    public async Task What_was_done_is_undone_by_its_author_within_fifteen_seconds()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);

        foreach (var (verb, body) in Writes.Where(w => w.Verb != "release"))
        {
            var before = (await host.As("kim").GetAsync($"leads/{lead}")).Is(200);
            var action = (await host.As("kim").PostAsync($"leads/{lead}/{verb}", body)).Is(200)["actionId"].GetString();
            (await host.As("lee").PostAsync($"undo/{action}")).Refused(409, "not-undoable");
            var after = (await host.As("kim").PostAsync($"undo/{action}")).Is(200);
            Assert.Equal(before["state"].GetString(), after["state"].GetString());
            Assert.Equal(before["attempts"].GetRawText(), after["attempts"].GetRawText());
            (await host.As("kim").PostAsync($"undo/{action}")).Refused(409, "not-undoable");
        }

        var late = (await host.As("kim").PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "noAnswer" })).Is(200)["actionId"].GetString();
        clock.Advance(TimeSpan.FromSeconds(15));
        (await host.As("kim").PostAsync($"undo/{late}")).Refused(409, "not-undoable");
        (await host.As("kim").PostAsync($"undo/{Guid.NewGuid()}")).Refused(409, "not-undoable");
    }

    [Fact]
    public async Task Presence_is_undone_unless_something_came_between()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var away = (await host.As("kim").PutAsync("desk/presence", new { presence = "away" })).Is(200)["actionId"].GetString();
        Assert.Equal("available", (await host.As("kim").PostAsync($"undo/{away}")).Is(200)["presence"].GetString());

        var first = (await host.As("kim").PutAsync("desk/presence", new { presence = "away" })).Is(200)["actionId"].GetString();
        (await host.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200);
        (await host.As("kim").PostAsync($"undo/{first}")).Refused(409, "not-undoable");
        Assert.Equal("break", (await host.As("kim").GetAsync("desk"))["presence"].GetString());
    }

    [Fact]
    public async Task A_manager_gives_takes_back_and_needs_force_against_a_block()
    {
        await using var host = new DeskHost(Floors.With(places: 1));
        await host.ComeAsync("kim", "lee");
        var dana = host.As("dana");
        var kim = (await host.As("kim").GetAsync("me")).Id;
        var wall = (await host.As("wall").GetAsync("me")).Id;
        var first = await host.LeadAsync("blind");
        var second = await host.LeadAsync("blind");

        var given = (await dana.PostAsync($"leads/{first}/assign", new { to = kim, reason = "regular", note = "knows her" })).Is(200);
        Assert.Equal("kim", given["ownerName"].GetString());
        Assert.Equal("Pat Doe", given["contact"].GetProperty("name").GetString());
        (await dana.PostAsync($"leads/{second}/assign", new { to = kim, reason = "regular" })).Refused(409, "needs-force");
        (await dana.PostAsync($"leads/{second}/assign", new { to = kim, reason = "regular", force = true })).Is(200);
        (await dana.PostAsync($"leads/{second}/assign", new { to = wall, reason = "x", force = true })).Refused(409, "not-eligible");
        (await dana.PostAsync($"leads/{second}/assign", new { to = Guid.NewGuid(), reason = "x" })).Names("to");
        (await dana.PostAsync($"leads/{Guid.NewGuid()}/assign", new { to = kim, reason = "x" })).Refused(404, "unknown");
        var back = (await dana.PostAsync($"leads/{second}/return", new { reason = "sorry" })).Is(200);
        Assert.Equal("waiting", back["state"].GetString());
        Assert.Equal("owned", (await dana.PostAsync($"undo/{back["actionId"].GetString()}")).Is(200)["state"].GetString());
        (await dana.PostAsync($"leads/{await host.LeadAsync("blind")}/return")).Refused(409, "wrong-state");
        (await dana.PostAsync($"leads/{first}/assign", new { to = kim, reason = "x", version = 0 })).Refused(409, "stale");
    }

    [Fact]
    public async Task The_history_tells_who_did_what()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "prefers gold" })).Is(200);

        var history = (await host.As("kim").GetAsync($"leads/{lead}/history")).Is(200).Json.EnumerateArray().ToList();

        Assert.Contains(history, h => h.TryGetProperty("text", out var text) && text.GetString() == "prefers gold" && h.GetProperty("byName").GetString() == "kim");
        Assert.Equal(history.Select(h => h.GetProperty("seq").GetInt64()).Order(), history.Select(h => h.GetProperty("seq").GetInt64()));
        (await host.As("lee").GetAsync($"leads/{lead}/history")).Refused(404, "unknown");
        Assert.Equal(history.Count, (await host.As("dana").GetAsync($"leads/{lead}/history")).Is(200).Json.GetArrayLength());
    }
}
