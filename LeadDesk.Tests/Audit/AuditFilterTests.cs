using LeadDesk.App.Audit;
using Xunit;

namespace LeadDesk.Tests.Audit;

/// <summary>What is looked for stands in the address and comes back from it.</summary>
public sealed class AuditFilterTests
{
    [Fact]
    public void An_address_comes_back_as_it_was()
    {
        var filter = new AuditFilter(Guid.NewGuid(), Guid.NewGuid(), "taken", new DateOnly(2026, 3, 2), 17);
        var parts = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(filter.Address()["audit".Length..]);

        Assert.Equal(filter, AuditFilter.Of(parts["person"], parts["lead"], parts["act"], parts["day"], parts["before"]));
        Assert.Equal("audit", AuditFilter.Of("x", "", "steal", "yesterday", "-1").Address());
    }

    [Theory]
    [InlineData("2026-03-08", "America/New_York", 23)]
    [InlineData("2026-11-01", "America/New_York", 25)]
    [InlineData("2026-09-06", "America/Santiago", 23)]
    [InlineData("2026-03-02", "UTC", 24)]
    public void A_day_is_as_long_as_its_clocks_make_it(string day, string zone, int hours)
    {
        var ask = AuditFilter.Of(null, null, null, day, null).Ask(TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(TimeSpan.FromHours(hours), ask.Until - ask.From);
    }
}
