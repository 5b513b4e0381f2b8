using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Pausing the intake over HTTP: nothing is lost, it ends by itself, and customers can be told.</summary>
public sealed class IntakePauseTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);
    private const string Notice = "Back after stock-taking, at ten.";

    [Fact]
    public async Task A_paused_intake_takes_leads_in_tells_the_sender_and_resumes_by_itself()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Start));
        await host.ComeAsync("kim");

        var paused = (await host.As("dana").PostAsync("intake/pause", new { scope = "all", until = "2026-03-09T10:00:00Z", message = Notice })).Is(200);
        var sent = (await host.As("web").PostAsync("leads", new { email = "a@example.com", product = "turn" })).Is(202);

        Assert.Equal(("all", "2026-03-09T10:00:00.000Z", Notice, "dana"), (paused["scope"].GetString(), paused["until"].GetString(), paused["message"].GetString(), paused["byName"].GetString()));
        Assert.Equal(("waiting", Notice), (sent["status"].GetString(), sent["notice"].GetString()));
        var floor = (await host.As("dana").GetAsync("floor")).Is(200);
        Assert.Equal(1, floor["pauses"][0].GetProperty("waiting").GetInt32());
        Assert.Contains("paused", floor["leads"][0].GetProperty("held").GetString(), StringComparison.Ordinal);
        Assert.Equal("2026-03-09T10:00:00.000Z", (await host.As("kim").GetAsync("desk")).Is(200)["pausedUntil"].GetString());

        await host.PassAsync(TimeSpan.FromHours(1), f => f.Pauses.IsEmpty);
        Assert.Equal(LeadState.Offered, host.Lead(sent.Id!).State);
        Assert.Equal("[]", (await host.As("dana").GetAsync("intake/pauses")).Is(200).Text);
        Assert.Equal("null", (await host.As("web").PostAsync("leads", new { email = "b@example.com", product = "turn" })).Is(202)["notice"].GetRawText());
    }

    [Fact]
    public async Task A_pause_outlives_a_restart_and_ends_once_however_late_with_its_words_out_of_the_log()
    {
        var clock = new HandClock(Start);
        var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        (await host.As("dana").PostAsync("intake/pause", new { scope = "source:web", until = "2026-03-09T10:00:00Z", message = Notice })).Is(200);
        var lead = await host.LeadAsync("turn");
        Assert.DoesNotContain("stock-taking", await host.RowsAsync() is var rows ? string.Join('\n', rows.Split('\n').SkipWhile(r => r != "-- log").Skip(1).TakeWhile(r => !r.StartsWith("-- ", StringComparison.Ordinal))) : "", StringComparison.Ordinal);

        var later = await host.AgainAsync();
        Assert.Equal(Notice, (await later.As("dana").GetAsync("intake/pauses")).Is(200).Json[0].GetProperty("message").GetString());
        Assert.Equal(LeadState.Waiting, later.Lead(lead).State);

        await using var last = await later.AgainAsync(() => clock.Advance(TimeSpan.FromHours(5)));
        await last.UntilAsync(f => f.Pauses.IsEmpty);
        await last.ComeAsync("kim");
        await last.UntilAsync(f => f.Find(new LeadId(Guid.Parse(lead)))!.Owner is not null || f.Find(new LeadId(Guid.Parse(lead)))!.State == LeadState.Offered);
        Assert.Single(last.Events.ReadFrom(0, 10_000), e => e.Act == "resumed");
        Assert.True((await last.As("dana").GetAsync("audit/verify")).Is(200)["ok"].GetBoolean());
    }

    [Fact]
    public async Task Resuming_gives_out_at_once_what_waited_and_a_second_time_says_so()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        (await host.As("dana").PostAsync("intake/pause", new { scope = new { lane = "push" }, until = "2999-01-01T00:00:00Z" })).Names("until");
        (await host.As("dana").PostAsync("intake/pause", new { scope = new { lane = "push" }, until = TimeProvider.System.GetUtcNow().AddHours(1) })).Is(200);
        var lead = await host.LeadAsync("push");
        Assert.Null(host.Lead(lead).Owner);

        Assert.Equal("[]", (await host.As("dana").PostAsync("intake/resume", new { scope = "lane:push" })).Is(200).Text);

        Assert.Equal("kim", host.NameOf(host.Lead(lead).Owner!.Value));
        (await host.As("dana").PostAsync("intake/resume", new { scope = "lane:push" })).Refused(409, "wrong-state");
    }

    [Fact]
    public async Task Leads_that_race_a_pause_are_kept_or_given_out_and_none_is_lost()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var sending = Enumerable.Range(0, 30).Select(_ => host.LeadAsync("push")).ToList();
        var pausing = host.As("dana").PostAsync("intake/pause", new { scope = "all", until = TimeProvider.System.GetUtcNow().AddHours(1) });
        var leads = await Task.WhenAll(sending);
        (await pausing).Is(200);

        Assert.All(leads, l => Assert.True(host.Lead(l) is { Owner: not null } or { Stay.Paused: true }));
        (await host.As("dana").PostAsync("intake/resume", new { scope = "all" })).Is(200);
        Assert.All(leads, l => Assert.NotNull(host.Lead(l).Owner));
    }

    [Theory]
    [InlineData("""{ "until": "UNTIL" }""", "scope")]
    [InlineData("""{ "scope": "everything", "until": "UNTIL" }""", "scope")]
    [InlineData("""{ "scope": "source:nowhere", "until": "UNTIL" }""", "scope")]
    [InlineData("""{ "scope": "lane:", "until": "UNTIL" }""", "scope")]
    [InlineData("""{ "scope": "team:web", "until": "UNTIL" }""", "scope")]
    [InlineData("""{ "scope": "person:kim", "until": "UNTIL" }""", "scope")]
    [InlineData("""{ "scope": { "source": "web", "lane": "push" }, "until": "UNTIL" }""", "scope")]
    [InlineData("""{ "scope": { "shop": "x" }, "until": "UNTIL" }""", "scope.shop")]
    [InlineData("""{ "scope": "all" }""", "until")]
    [InlineData("""{ "scope": "all", "until": "tomorrow" }""", "until")]
    [InlineData("""{ "scope": "all", "until": "2020-01-01T00:00:00Z" }""", "until")]
    [InlineData("""{ "scope": "all", "until": "UNTIL", "message": 5 }""", "message")]
    [InlineData("""{ "scope": "all", "until": "UNTIL", "reason": "x" }""", "reason")]
    public async Task A_wrong_body_names_its_field_and_pauses_nothing(string body, string field)
    {
        (await shared.Host.As("dana").PostAsync("intake/pause", body.Replace("UNTIL", TimeProvider.System.GetUtcNow().AddHours(1).ToString("o"), StringComparison.Ordinal))).Names(field);

        Assert.Empty(shared.Host.Floor.Pauses);
    }

    [Fact]
    public async Task A_person_is_named_by_id_and_learns_of_it()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var kim = (await host.As("kim").GetAsync("me")).Id!;
        (await host.As("dana").PostAsync("intake/pause", new { scope = $"person:{kim}", until = TimeProvider.System.GetUtcNow().AddHours(1) })).Is(200);

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("lee", host.NameOf(host.Lead(await host.LeadAsync("push")).Owner!.Value));
        }

        (await host.As("kim").PostAsync("desk/next")).Refused(409, "not-eligible");
        Assert.NotEqual("null", (await host.As("kim").GetAsync("desk")).Is(200)["pausedUntil"].GetRawText());
        Assert.Equal("null", (await host.As("lee").GetAsync("desk")).Is(200)["pausedUntil"].GetRawText());
    }
}
