using LeadDesk.App.Api;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.Api;

public sealed class VisitCalendarTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_agreed_visit_is_a_calendar_entry_for_its_owner_and_for_nobody_who_may_not_see_the_lead()
    {
        await using var host = new DeskHost(Floors.With(), new HandClock(Start));
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").GetAsync($"leads/{lead}/visit.ics")).Refused(404, "unknown");
        (await host.As("kim").PostAsync($"leads/{lead}/attempts", new { channel = "call", result = "visitSet", nextAt = "2026-03-10T15:00:00+01:00" })).Is(200);

        var entry = await host.As("kim").GetAsync($"leads/{lead}/visit.ics");

        Assert.Equal("text/calendar", entry.ContentType);
        Assert.Contains("\r\nDTSTART:20260310T140000Z\r\nDTEND:20260310T150000Z\r\n", entry.Text, StringComparison.Ordinal);
        (await host.As("lee").GetAsync($"leads/{lead}/visit.ics")).Refused(404, "unknown");
    }

    [Fact]
    public void A_long_or_hostile_product_is_folded_and_escaped()
    {
        var card = new LeadCard { Id = Guid.Empty, NextAt = Start, Product = "ring; BEGIN:VALARM\r\nX, " + new string('ö', 80) };
        var text = VisitCalendar.Write(card, "Green Lake", Start);
        Assert.Contains(@"SUMMARY:Visit: ring\; BEGIN:VALARM\nX\, ", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), l => Assert.True(System.Text.Encoding.UTF8.GetByteCount(l) <= 75));
        Assert.Contains(new string('ö', 80), text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_discreet_visit_names_neither_thing_nor_shop()
    {
        var text = VisitCalendar.Write(new LeadCard { Id = Guid.Empty, NextAt = Start, Product = "engagement ring", Instructions = new(null, null, true) }, "Green Lake", Start);
        Assert.DoesNotContain("ring", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Green Lake", text, StringComparison.Ordinal);
    }
}
