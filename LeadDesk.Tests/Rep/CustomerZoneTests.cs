using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class CustomerZoneTests
{
    [Theory]
    [InlineData("de", null, null, "Europe/Berlin")]
    [InlineData("US", "Seattle", null, "America/Los_Angeles")]
    [InlineData("USA", "New York", null, "America/New_York")]
    [InlineData("AU", "WA", null, "Australia/Perth")]
    [InlineData("US", "WA", null, "America/Los_Angeles")]
    [InlineData(null, "WA", "+61 8 5550 0101", "Australia/Perth")]
    [InlineData("AU", "Oregon", null, null)]
    [InlineData("US", null, null, null)]
    [InlineData("Atlantis", "Seattle", null, null)]
    [InlineData(null, null, "+49 30 1234567", "Europe/Berlin")]
    [InlineData(null, "Tacoma", "+1 206 555 0101", "America/Los_Angeles")]
    [InlineData(null, null, "+1 206 555 0101", null)]
    [InlineData(null, null, "030 1234567", null)]
    public void What_is_not_certain_is_not_claimed(string? country, string? region, string? phone, string? zone) =>
        Assert.Equal(zone, CustomerZone.Of(new LeadCard { Id = Guid.Empty, Country = country, Region = region, Contact = new(null, null, phone, null) })?.Id);
}
