using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The same request twice is one request.</summary>
public sealed class IdempotencyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_retry_is_answered_again_and_says_so()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await host.LeadAsync("blind");
        await host.LeadAsync("blind");
        var first = (await host.As("kim").PostAsync("desk/next", null, "k-1")).Is(200);
        var head = host.Events.HeadSeq;

        var again = (await host.As("kim").PostAsync("desk/next", null, "k-1")).Is(200);

        Assert.False(first.Replayed);
        Assert.True(again.Replayed);
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(head, host.Events.HeadSeq);
        Assert.NotEqual(first.Id, (await host.As("kim").PostAsync("desk/next", null, "k-2")).Is(200).Id);
    }

    [Fact]
    public async Task Two_next_without_a_key_are_two_leads()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await host.LeadAsync("blind");
        await host.LeadAsync("blind");

        Assert.NotEqual((await host.As("kim").PostAsync("desk/next")).Is(200).Id, (await host.As("kim").PostAsync("desk/next")).Is(200).Id);
        (await host.As("kim").PostAsync("desk/next")).Is(204);
    }

    [Fact]
    public async Task A_key_is_for_one_caller_one_address_and_one_body()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        var other = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim", null, "k")).Is(200);

        Assert.False((await host.As("kim").PostAsync($"leads/{other}/claim", null, "k")).Is(200).Replayed);
        Assert.False((await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "a" }, "k")).Is(200).Replayed);
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "b" }, "k")).Refused(422, "key-reused");
        Assert.True((await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "a" }, "k")).Is(200).Replayed);
        (await host.As("lee").PostAsync($"leads/{lead}/claim", null, "k")).Refused(409, "already-taken");
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = "a" }, new string('k', 201))).Refused(400, "invalid");
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        await using var host = new DeskHost(Floors.With());
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim", null, "k")).Refused(409, "not-available");
        (await host.As("kim").PostAsync("desk/next", null, "n")).Refused(409, "not-available");
        await host.ComeAsync("kim");
        (await host.As("kim").PostAsync("desk/next", null, "n")).Is(204);
        await host.LeadAsync("blind");

        (await host.As("kim").PostAsync("desk/next", null, "n")).Is(200);
        Assert.False((await host.As("kim").PostAsync($"leads/{lead}/claim", null, "k")).Is(200).Replayed);
    }

    [Fact]
    public async Task Keys_hold_over_a_restart_and_for_a_day()
    {
        var clock = new HandClock(Start);
        var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        await host.LeadAsync("blind");
        var lead = (await host.As("kim").PostAsync("desk/next", null, "k")).Is(200);
        var note = (await host.As("kim").PostAsync($"leads/{lead.Id}/note", new { text = "a" }, "k")).Is(200);
        var sent = (await host.As("web").PostAsync("leads", new { email = "a@example.com" }, "k")).Is(202);

        await using var later = await host.AgainAsync();

        var again = (await later.As("kim").PostAsync("desk/next", null, "k")).Is(200);
        Assert.True(again.Replayed);
        Assert.Equal(lead.Id, again.Id);
        var noted = (await later.As("kim").PostAsync($"leads/{lead.Id}/note", new { text = "a" }, "k")).Is(200);
        Assert.Equal(note["actionId"].GetString(), noted["actionId"].GetString());
        (await later.As("kim").PostAsync($"leads/{lead.Id}/note", new { text = "b" }, "k")).Refused(422, "key-reused");
        var intake = (await later.As("web").PostAsync("leads", new { email = "a@example.com" }, "k")).Is(200);
        Assert.Equal(sent.Id, intake.Id);
        Assert.True(intake.Replayed);

        clock.Advance(TimeSpan.FromHours(25));
        await later.LeadAsync("blind");
        await later.ComeAsync("kim");
        Assert.False((await later.As("web").PostAsync("leads", new { email = "a@example.com" }, "k")).Replayed);
    }

    [Fact]
    public async Task An_external_id_is_the_same_lead_for_ever_but_only_for_its_source()
    {
        var clock = new HandClock(Start);
        var host = new DeskHost(Floors.With(), clock);
        var lead = new { email = "a@example.com", externalId = "form-7" };
        var first = (await host.As("web").PostAsync("leads", lead)).Is(202);
        Assert.Equal(first.Id, (await host.As("web").PostAsync("leads", new { phone = "+15550100", externalId = "form-7" })).Is(200).Id);
        Assert.NotEqual(first.Id, (await host.As("shop").PostAsync("leads", lead)).Is(202).Id);
        clock.Advance(TimeSpan.FromDays(400));

        await using var later = await host.AgainAsync();

        Assert.Equal(first.Id, (await later.As("web").PostAsync("leads", lead)).Is(200).Id);
    }

    [Fact]
    public async Task A_batch_that_is_sent_twice_comes_in_once()
    {
        await using var host = new DeskHost(Floors.With());
        object[] leads = [new { email = "a@example.com" }, new { email = "b@example.com" }];
        var first = (await host.As("web").PostAsync("leads/batch", leads, "k")).Is(200)["results"];

        var again = (await host.As("web").PostAsync("leads/batch", leads, "k")).Is(200)["results"];

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(first[i].GetProperty("id").GetString(), again[i].GetProperty("id").GetString());
            Assert.Equal((202, 200), (first[i].GetProperty("status").GetInt32(), again[i].GetProperty("status").GetInt32()));
        }

        object[] others = [new { email = "c@example.com" }];
        Assert.Equal(422, (await host.As("web").PostAsync("leads/batch", others, "k")).Is(200)["results"][0].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_retry_after_the_lead_has_gone_tells_nothing_of_where_it_went()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await host.LeadAsync("blind", new { message = "hush" });
        var lead = (await host.As("kim").PostAsync("desk/next", null, "k")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead.Id}/release")).Is(200);
        await host.ComeAsync("lee");
        (await host.As("lee").PostAsync("desk/next")).Is(200);

        var again = (await host.As("kim").PostAsync("desk/next", null, "k")).Is(200);

        Assert.Equal((lead.Id, lead["version"].GetInt64()), (again.Id, again["version"].GetInt64()));
        Assert.Equal(["actionId", "id", "version"], again.Json.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_key_at_the_same_moment_is_still_one_lead()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        for (var i = 0; i < 20; i++)
        {
            await host.LeadAsync("blind");
        }

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.As("kim").PostAsync("desk/next", null, "k")));

        Assert.Single(told.Select(t => t.Is(200).Id).Distinct());
        Assert.Equal(19, told.Count(t => t.Replayed));
    }
}
