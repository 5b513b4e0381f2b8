using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>A customer whose lead is closed comes back, and their person is asked first.</summary>
public sealed class KnownCustomerTests
{
    private const string Lanes = """
        { "key": "known", "name": "Known", "when": { "knownCustomer": true }, "method": "sticky", "fallback": "next" },
        { "key": "rest", "name": "Rest", "method": "push", "fallback": "managers", "firstAttemptMinutes": 600 }
        """;

    private static readonly object Pat = new { email = "pat@example.com" };

    [Fact]
    public async Task Also_after_the_lead_was_closed_and_the_desk_was_started_anew()
    {
        await using var host = new DeskHost(Floors.With(Lanes));
        await host.ComeAsync("kim");
        var first = await host.LeadAsync("ring", Pat);
        (await host.As("kim").PostAsync($"leads/{first}/outcome", new { outcome = "won" })).Is(200);
        await host.ComeAsync("lee");

        await using var again = await host.AgainAsync();
        await again.ComeAsync("kim", "lee");
        var second = await again.LeadAsync("watch", Pat);
        Assert.Equal("kim", again.NameOf(again.Lead(second).Offer!.Rep));
        (await again.As("kim").PostAsync($"leads/{second}/accept")).Is(200);
        (await again.As("kim").PostAsync($"leads/{second}/outcome", new { outcome = "lost" })).Is(200);

        (await again.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200);
        var third = await again.LeadAsync("brooch", Pat);
        Assert.Equal("lee", again.NameOf(again.Lead(third).Owner!.Value));
        var back = (await again.As("kim").GetAsync("desk")).Is(200)["cameBack"][0];
        Assert.Equal("lee", back.GetProperty("ownerName").GetString());
        (await again.As("kim").GetAsync($"leads/{third}")).Refused(404, "unknown");
    }

    [Fact]
    public async Task Whoever_came_into_the_shop_is_known_when_they_write_and_whoever_wrote_when_they_come()
    {
        await using var host = new DeskHost(Floors.With(Lanes));
        await host.ComeAsync("kim", "mia");
        var first = (await host.As("mia").PostAsync("walk-ins", new { name = "Pat", email = "pat@example.com", product = "ring" })).Is(200).Id!;
        Assert.False(host.Lead(first).Facts.KnownCustomer);
        var second = await host.LeadAsync("watch", Pat);
        Assert.Equal("mia", host.NameOf(host.Lead(second).Offer!.Rep));
        Assert.Equal("duplicate", (await host.As("web").PostAsync("leads", new { name = "Pat", email = "pat@example.com", product = "Ring" })).Is(202)["status"].GetString());

        var third = (await host.As("kim").PostAsync("walk-ins", new { name = "Pat", email = "PAT@example.com" })).Is(200);
        Assert.True(host.Lead(third.Id!).Facts.KnownCustomer);
        Assert.Equal("kim", host.NameOf(host.Lead(third.Id!).Owner!.Value));
    }

    [Theory]
    [InlineData("lost", "assigned")]
    [InlineData("won", "assigned")]
    [InlineData("junk", "duplicate")]
    public async Task A_customer_who_writes_again_after_they_were_served_is_asked_again_and_what_was_no_wish_stays_none(string outcome, string status)
    {
        await using var host = new DeskHost(Floors.With(Lanes));
        await host.ComeAsync("kim");
        var first = await host.LeadAsync("ring", Pat);
        (await host.As("kim").PostAsync($"leads/{first}/outcome", new { outcome })).Is(200);
        await host.ComeAsync("lee");
        (await host.As("kim").PutAsync("desk/presence", new { presence = "break" })).Is(200);
        var again = (await host.As("web").PostAsync("leads", new { name = "Pat", email = "pat@example.com", product = "ring" })).Is(202);
        Assert.Equal(status, again["status"].GetString());
        Assert.Equal(status == "assigned" ? "lee" : null, host.Lead(again.Id!).Owner is { } owner ? host.NameOf(owner) : null);
    }

    [Fact]
    public async Task The_same_again_is_attached_and_its_owner_hears_of_it()
    {
        await using var host = new DeskHost(Floors.With(Lanes));
        await host.ComeAsync("kim");
        var first = await host.LeadAsync("ring", Pat);
        (await host.As("web").PostAsync("leads", new { name = "Pat", email = "pat@example.com", product = "ring" })).Is(202);
        Assert.Contains(host.Events.ReadFrom(0, int.MaxValue), e => e.Act == "owner-informed" && e.Lead == first);
        Assert.Equal(1, host.Floor.Person(host.Lead(first).Owner!.Value).Today.Taken);
    }

    [Fact]
    public async Task A_manager_gives_an_account_more_time_over_HTTP_once()
    {
        const string Calls = """{ "key": "calls", "name": "Calls", "method": "incomingCallGroup", "settings": { "leastAttempts": 3, "quotas": { "calls": 5 }, "territoryTeams": [], "lastUsed": "longestIdle" }, "ownershipDays": 14, "fallback": "managers", "firstAttemptMinutes": 600 }""";
        await using var host = new DeskHost(Floors.With(Calls));
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("ring");
        var mine = (await host.As("kim").PostAsync($"leads/{lead}/accept")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/extend", new { reason = "more" })).Refused(403, "forbidden");
        (await host.As("dana").PostAsync($"leads/{lead}/extend", new { })).Names("reason");
        var more = (await host.As("dana").PostAsync($"leads/{lead}/extend", new { reason = "They asked for a month" })).Is(200);
        Assert.Equal(mine["ownedUntil"].GetDateTimeOffset().AddDays(14), more["ownedUntil"].GetDateTimeOffset());
        (await host.As("dana").PostAsync($"leads/{lead}/extend", new { reason = "again" })).Refused(409, "wrong-state");
        await using var again = await host.AgainAsync();
        (await again.As("dana").PostAsync($"leads/{lead}/extend", new { reason = "again" })).Refused(409, "wrong-state");
    }
}
