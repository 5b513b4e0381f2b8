using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The answers to accept, pass and more time.</summary>
public sealed class OfferTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_offer_is_accepted_once_and_accepting_again_changes_nothing()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");

        Assert.Equal("owned", (await host.As("kim").PostAsync($"leads/{lead}/accept")).Is(200)["state"].GetString());
        var head = host.Events.HeadSeq;
        (await host.As("kim").PostAsync($"leads/{lead}/accept")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/pass")).Is(200);
        Assert.Equal(head, host.Events.HeadSeq);
        Assert.Equal("kim", (await host.As("kim").GetAsync($"leads/{lead}"))["ownerName"].GetString());
    }

    [Fact]
    public async Task An_offer_to_somebody_else_is_nobody_elses_business()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");
        await host.ComeAsync("lee");

        (await host.As("lee").PostAsync($"leads/{lead}/accept")).Refused(404, "unknown");
        (await host.As("lee").PostAsync($"leads/{lead}/pass")).Refused(404, "unknown");
    }

    [Fact]
    public async Task A_passed_offer_goes_on_and_who_passed_is_told_who_took_it()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");
        await host.ComeAsync("lee");

        (await host.As("kim").PostAsync($"leads/{lead}/pass", new { reason = "lunch" })).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/accept")).Refused(409, "offer-ended");
        (await host.As("lee").PostAsync($"leads/{lead}/accept")).Is(200);
        var told = (await host.As("kim").PostAsync($"leads/{lead}/accept")).Refused(409, "offer-ended");

        Assert.Equal("lee", told["byName"].GetString());
        (await host.As("kim").PostAsync($"leads/{lead}/pass")).Refused(409, "offer-ended");
    }

    [Fact]
    public async Task An_offer_ends_by_itself()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");
        await host.ComeAsync("lee");
        var lee = Floor(host, "lee");

        await host.PassAsync(TimeSpan.FromSeconds(90), f => f.Find(new LeadId(Guid.Parse(lead)))!.Offer?.Rep == lee);

        (await host.As("kim").PostAsync($"leads/{lead}/accept")).Refused(409, "offer-ended");
        (await host.As("lee").PostAsync($"leads/{lead}/accept")).Is(200);
    }

    [Fact]
    public async Task More_time_is_given_once()
    {
        var clock = new HandClock(Start);
        await using var host = new DeskHost(Floors.With(), clock);
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("turn");

        (await host.As("kim").PostAsync($"leads/{lead}/more-time")).Is(200);
        Assert.Equal(Start.AddSeconds(150), (await host.As("kim").GetAsync("desk"))["offers"][0].GetProperty("expiresAt").GetDateTimeOffset());
        (await host.As("kim").PostAsync($"leads/{lead}/more-time")).Refused(409, "no-more-time");
    }

    [Fact]
    public async Task An_offer_shows_what_the_lane_reveals_and_no_more()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        await host.LeadAsync("turn", new { message = "secret", value = 7000, region = "NW" });

        var offer = (await host.As("kim").GetAsync("desk"))["offers"][0];

        foreach (var name in new[] { "leadId", "lane", "madeAt", "expiresAt", "why", "next", "preview" })
        {
            Assert.True(offer.TryGetProperty(name, out _), name);
        }

        Assert.DoesNotContain("secret", offer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Pat", offer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accept_that_does_not_fit_any_more_says_why()
    {
        await using var host = new DeskHost(Floors.With(places: 1));
        await host.ComeAsync("kim");
        var offered = await host.LeadAsync("turn");
        var other = await host.LeadAsync("cherry");
        var kim = (await host.As("kim").GetAsync("me")).Id;
        (await host.As("dana").PostAsync($"leads/{other}/assign", new { to = kim, reason = "regular", force = true })).Is(200);

        (await host.As("kim").PostAsync($"leads/{offered}/accept")).Refused(409, "at-limit");
    }

    private static Domain.Floor.RepId Floor(DeskHost host, string who) =>
        host.Floor.People.Single(p => host.NameOf(p.Number) == who).Number;
}
