using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>People over HTTP: read, added, changed, let go with their leads placed.</summary>
public sealed class PeopleTests
{
    [Fact]
    public async Task A_person_is_added_signs_in_by_token_and_is_there_after_a_restart()
    {
        await using var host = new DeskHost(Floors.With());
        var added = (await host.As("ada").PostAsync("people", $$"""
            { "name": "Nia Vale", "email": "nia@example.com", "token": "{{Floors.TokenOf("nia")}}", "skills": { "ring": 2 }, "regions": [ "981" ], "wipLimit": 4,
              "leave": [ { "from": "2031-12-24", "until": "2031-12-31" } ], "optIn": { "turn": false } }
            """)).Is(201);
        Assert.Equal(("rep", true, "off", 0), (added["role"].GetString(), added["active"].GetBoolean(), added["presence"].GetString(), added["openLeads"].GetInt32()));
        (await host.As("nia").GetAsync("me")).Is(200);

        await using var again = await host.AgainAsync();
        var read = (await again.As("dana").GetAsync($"people/{added.Id}")).Is(200);
        Assert.Equal(added.Text, read.Text);
        Assert.False(read["optIn"].GetProperty("turn").GetProperty("on").GetBoolean());
        Assert.Equal("2031-12-31", read["leave"][0].GetProperty("until").GetString());
        Assert.Equal(8, (await again.As("dana").GetAsync("people")).Is(200)["items"].GetArrayLength());
    }

    [Fact]
    public async Task What_is_not_named_stays_null_is_the_default_and_a_changed_weight_needs_a_reason()
    {
        await using var host = new DeskHost(Floors.With());
        var kim = (await host.As("kim").GetAsync("me")).Id!;
        (await host.As("dana").PutAsync($"people/{kim}", new { skills = new { watch = 3 }, caps = new { day = 9 } })).Is(200);
        var head = host.Events.HeadSeq;
        (await host.As("dana").PutAsync($"people/{kim}", new { weight = 1.5 })).Names("reason");
        (await host.As("dana").PutAsync($"people/{kim}", new { })).Is(200);
        Assert.Equal(head, host.Events.HeadSeq);

        var heavier = (await host.As("dana").PutAsync($"people/{kim}", new { weight = 1.5, reason = "secret-why" })).Is(200);
        Assert.Equal((1.5m, 3, 9), (heavier["weight"].GetDecimal(), heavier["skills"].GetProperty("watch").GetInt32(), heavier["caps"].GetProperty("day").GetInt32()));
        Assert.DoesNotContain(host.Events.ReadFrom(0, int.MaxValue), e => System.Text.Encoding.UTF8.GetString(e.Body).Contains("secret-why", StringComparison.Ordinal));
        Assert.Contains(host.Events.ReadFrom(0, int.MaxValue), e => e is { Act: "person", PersonalText: "secret-why" });
        Assert.False((await host.As("dana").PutAsync($"people/{kim}", """{ "caps": null }""")).Is(200)["caps"].TryGetProperty("day", out _));
    }

    [Theory]
    [InlineData("""{ "wipLimit": 0 }""", "wipLimit")]
    [InlineData("""{ "weight": 9 }""", "weight")]
    [InlineData("""{ "colour": "red" }""", "colour")]
    [InlineData("""{ "skills": { "ring": 4 } }""", "skills.ring")]
    [InlineData("""{ "teams": [ "nobody" ] }""", "teams[0]")]
    [InlineData("""{ "optIn": { "nowhere": true } }""", "optIn.nowhere")]
    [InlineData("""{ "leave": [ { "from": "2026-05-02", "until": "2026-05-01" } ] }""", "leave[0].until")]
    [InlineData("""{ "ramp": { "start": "2026-05-02", "stages": [] } }""", "ramp.stages")]
    [InlineData("""{ "shift": { "mon": [ "25:00-26:00" ] } }""", "shift.mon[0]")]
    [InlineData("""{ "email": "other@example.com" }""", "email")]
    [InlineData("""{ "cover": "00000000-0000-0000-0000-000000000001" }""", "cover")]
    public async Task A_field_that_is_wrong_is_named_and_nothing_changes(string body, string field)
    {
        await using var host = new DeskHost(Floors.With());
        var kim = (await host.As("kim").GetAsync("me")).Id!;
        var rows = await host.RowsAsync();

        (await host.As("ada").PutAsync($"people/{kim}", body)).Names(field);

        Assert.Equal(rows, await host.RowsAsync());
    }

    [Theory]
    [InlineData("dry-run")]
    [InlineData("")]
    public async Task Fields_given_twice_or_nested_deeply_are_a_fault_of_the_body(string trial)
    {
        await using var host = new DeskHost(Floors.With());
        var kim = (await host.As("kim").GetAsync("me")).Id!;
        (await SendAsync("""{ "name": "a", "name": "b" }""")).Names("name");
        (await SendAsync("""{ "reason": "a", "reason": "b" }""")).Names("reason");
        foreach (var deep in new[] { 60, 61, 62, 63 })
        {
            (await SendAsync($$"""{ "teams": {{new string('[', deep)}}{{new string(']', deep)}} }""")).Refused(400, "invalid");
        }

        (await SendAsync($$"""{ "teams": {{new string('[', 64)}}{{new string(']', 64)}} }""")).Refused(400, "malformed");

        Task<Told> SendAsync(string body) => trial.Length == 0 ? host.As("ada").PutAsync($"people/{kim}", body) : host.As("ada").PostAsync($"people/{kim}/{trial}", body);
    }

    [Fact]
    public async Task A_dry_run_takes_what_a_change_takes()
    {
        await using var host = new DeskHost(Floors.With());
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);
        (await host.As("dana").PostAsync($"people/{kim}/dry-run", new { coach = lee, cover = lee, reason = "x", wipLimit = 9 })).Is(200);
        (await host.As("dana").PostAsync($"people/{kim}/dry-run", "[]")).Refused(400, "invalid");
    }

    [Fact]
    public async Task An_address_of_no_characters_is_refused_in_words()
    {
        await using var host = new DeskHost(Floors.With());
        (await host.As("ada").PostAsync("people", new { name = "Eve", email = "\uFFFE@example.com" })).Names("email");
    }

    [Fact]
    public async Task Roles_rights_and_secrets_are_an_admins_and_a_refused_call_touches_no_account()
    {
        await using var host = new DeskHost(Floors.With());
        var (kim, dana, ada) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("dana").GetAsync("me")).Id!, (await host.As("ada").GetAsync("me")).Id!);
        var rows = await host.RowsAsync();
        foreach (var (who, id, body) in new (string, string, string)[]
        {
            ("dana", kim, """{ "role": "manager" }"""), ("dana", kim, """{ "mayExport": true }"""), ("dana", kim, """{ "pin": "1234" }"""), ("dana", dana, """{ "wipLimit": 9 }"""), ("dana", ada, """{ "role": "rep" }"""),
        })
        {
            (await host.As(who).PutAsync($"people/{id}", body)).Refused(403, "forbidden");
        }

        (await host.As("dana").PostAsync("people", new { name = "Eve", email = "eve@example.com", role = "admin" })).Refused(403, "forbidden");
        (await host.As("dana").PostAsync("people", new { name = "Eve", email = "KIM@example.com" })).Names("email");
        (await host.As("dana").PostAsync($"people/{ada}/deactivate", new { })).Refused(403, "forbidden");
        (await host.As("ada").PutAsync($"people/{ada}", new { role = "rep" })).Names("role");
        (await host.As("ada").PostAsync($"people/{ada}/deactivate", new { })).Names("role");
        (await host.As("ada").GetAsync($"people/{Guid.NewGuid()}")).Refused(404, "unknown");
        Assert.Equal(rows, await host.RowsAsync());
    }

    [Theory]
    [InlineData("return")]
    [InlineData("handTo")]
    [InlineData("toCover")]
    [InlineData("toManagers")]
    [InlineData("keep")]
    public async Task Whoever_leaves_is_shut_out_and_the_open_leads_go_where_it_was_chosen(string open)
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);
        (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { })).Names("openLeads");
        (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = "burn" })).Names("openLeads");
        (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = "handTo" })).Names("to");
        (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = "handTo", to = kim })).Names("to");

        (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = "toCover" })).Names("openLeads");
        (await host.As("dana").PutAsync($"people/{kim}", new { cover = lee })).Is(200);

        var gone = (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = open, to = open == "handTo" ? lee : null }, "key-1")).Is(200);
        Assert.True((await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = open, to = open == "handTo" ? lee : null }, "key-1")).Is(200).Replayed);

        Assert.False(gone["active"].GetBoolean());
        (await host.As("kim").GetAsync("me")).Refused(401, "unauthenticated");
        var owner = host.Lead(lead).Owner is { } by ? host.NameOf(by) : null;
        Assert.Equal(open switch { "return" or "toManagers" => null, "handTo" or "toCover" => "lee", _ => "kim" }, owner);
        Assert.Equal(open == "toManagers", host.Lead(lead).WithManagersSince is not null);
        (await host.As("dana").PostAsync($"people/{kim}/activate")).Is(200);
        (await host.As("kim").GetAsync("me")).Is(200);
    }

    [Fact]
    public async Task What_would_change_is_tried_on_the_past_by_the_same_engine_and_nothing_is_changed()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee", "rob");
        for (var i = 0; i < 12; i++)
        {
            await host.LeadAsync("turn");
        }

        var kim = (await host.As("kim").GetAsync("me")).Id!;
        var head = host.Events.HeadSeq;
        var same = (await host.As("dana").PostAsync($"people/{kim}/dry-run", new { })).Is(200);
        Assert.Equal((12, 0), (same["leads"].GetInt32(), same["moved"].GetInt32()));
        var other = (await host.As("dana").PostAsync($"people/{kim}/dry-run", new { weight = 5, wipLimit = 1, caps = new { day = 0 } })).Is(200);
        Assert.True(other["moved"].GetInt32() > 0);
        (await host.As("dana").PostAsync($"people/{kim}/dry-run", new { weight = 9 })).Names("weight");
        (await host.As("kim").PostAsync($"people/{kim}/dry-run", new { })).Refused(403, "forbidden");
        Assert.Equal(head, host.Events.HeadSeq);
    }

    [Theory]
    [InlineData("return")]
    [InlineData("handTo")]
    [InlineData("toManagers")]
    public async Task It_is_taken_back_as_one_action_unless_somebody_took_one_of_the_leads(string open)
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);
        var lead = await host.LeadAsync("cherry");
        var mine = (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        var gone = (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = open, to = open == "handTo" ? lee : null })).Is(200);
        (await host.As("ada").PostAsync($"undo/{gone["actionId"].GetGuid()}")).Refused(409, "not-undoable");
        (await host.As("dana").PostAsync($"undo/{gone["actionId"].GetGuid()}")).Is(200);

        Assert.Equal(("kim", Presence.Available), (host.NameOf(host.Lead(lead).Owner!.Value), host.Floor.FindPerson(Guid.Parse(kim))!.Presence));
        Assert.Equal(mine["ownerDue"].GetProperty("at").GetDateTimeOffset(), (await host.As("kim").GetAsync($"leads/{lead}")).Is(200)["ownerDue"].GetProperty("at").GetDateTimeOffset());

        var again = (await host.As("dana").PostAsync($"people/{kim}/deactivate", new { openLeads = open, to = open == "handTo" ? lee : null })).Is(200);
        if (open == "return")
        {
            (await host.As("lee").PostAsync($"leads/{lead}/claim")).Is(200);
        }
        else
        {
            (await host.As("dana").PostAsync($"leads/{lead}/assign", new { to = (await host.As("rob").GetAsync("me")).Id, reason = "theirs", force = true })).Is(200);
        }

        (await host.As("dana").PostAsync($"undo/{again["actionId"].GetGuid()}")).Refused(409, "not-undoable");
        Assert.False(host.Floor.FindPerson(Guid.Parse(kim))!.Terms.Active);
    }

    [Fact]
    public async Task The_same_key_adds_a_person_once()
    {
        await using var host = new DeskHost(Floors.With());
        var body = new { name = "Nia", email = "nia@example.com" };
        var first = (await host.As("ada").PostAsync("people", body, "once")).Is(201);
        var second = (await host.As("ada").PostAsync("people", body, "once")).Is(201);

        Assert.True(second.Replayed);
        Assert.Equal(first.Id, second.Id);
        (await host.As("ada").PostAsync("people", new { name = "Other", email = "other@example.com" }, "once")).Refused(422, "key-reused");
        Assert.Equal(8, host.Floor.People.Length);
    }

    [Fact]
    public async Task An_induction_grows_by_days_and_finished_leads_and_goes_out_and_in_with_the_floor_file()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = new DeskHost(Floors.With(), clock);
        var kim = (await host.As("kim").GetAsync("me")).Id!;
        var put = (await host.As("dana").PutAsync($"people/{kim}", new { wipLimit = 8, ramp = new { start = "2026-03-02", stages = new[] { new { percent = 25, days = 1, leads = 1 }, new { percent = 50, days = 2, leads = 1 } } } })).Is(200);
        Assert.Equal((25m, 2), (put["rampPercent"].GetDecimal(), put["places"].GetProperty("limit").GetInt32()));

        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/outcome", new { outcome = "won" })).Is(200);
        Assert.Equal(250, host.Floor.FindPerson(Guid.Parse(kim))!.Terms.RampThousandths);
        var file = (await host.As("ada").GetAsync("floor-file")).Is(200).Text;
        Assert.Equal(file, (await host.As("ada").PutAsync("floor-file", file)).Is(200).Text);

        await host.PassAsync(TimeSpan.FromDays(1), f => f.FindPerson(Guid.Parse(kim))!.Terms.RampThousandths == 500);
        await host.PassAsync(TimeSpan.FromDays(1), f => f.FindPerson(Guid.Parse(kim))!.Terms is { RampThousandths: 1000, Induction: null });
        Assert.Equal(1, host.Floor.FindPerson(Guid.Parse(kim))!.Finished);
    }

    [Fact]
    public async Task Somebody_on_leave_goes_off_gets_nothing_and_comes_back_by_the_calendar()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = new DeskHost(Floors.With(), clock);
        var (kim, lee) = ((await host.As("kim").GetAsync("me")).Id!, (await host.As("lee").GetAsync("me")).Id!);
        await host.ComeAsync("kim");
        var put = (await host.As("dana").PutAsync($"people/{kim}", new { leave = new[] { new { from = "2026-03-03", until = "2026-03-04" } }, cover = lee })).Is(200);
        Assert.Equal((lee, false), (put["cover"].GetString(), put["onLeave"].GetBoolean()));
        (await host.As("dana").PutAsync($"people/{kim}", new { cover = kim })).Names("cover");

        await host.PassAsync(TimeSpan.FromDays(1), f => f.FindPerson(Guid.Parse(kim))!.Presence == Presence.Off);
        (await host.As("kim").PutAsync("desk/presence", new { presence = "available" })).Is(200);
        var lead = await host.LeadAsync("turn");
        Assert.Null(host.Lead(lead).Offer);
        await host.PassAsync(TimeSpan.FromDays(2), f => f.At >= new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero));
        Assert.Null(host.Floor.FindPerson(Guid.Parse(kim))!.Terms.LeaveOn(new DateOnly(2026, 3, 5)));
    }
}
