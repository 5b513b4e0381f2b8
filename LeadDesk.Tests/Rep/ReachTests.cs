using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Leads;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class ReachTests
{
    [Fact]
    public void A_number_with_its_country_can_be_reached_every_way() => Assert.Equal(
        new Reach("tel:+12065550101", "sms:+12065550101", "mailto:amelia.hart@example.com", "https://wa.me/12065550101"),
        Reach.Of(new Contact("Amelia", "amelia.hart@example.com", "+1 (206) 555-0101", null)));

    [Fact]
    public void A_local_number_has_no_whatsapp() => Assert.Null(Reach.Of(new Contact(null, null, "206 555 0101", null)).Whatsapp);

    [Theory]
    [InlineData("a@b.c?bcc=x@y.z", "mailto:a@b.c%3Fbcc=x@y.z")]
    [InlineData("not an address", null)]
    [InlineData(null, null)]
    public void A_mail_address_adds_nothing_to_its_link(string? email, string? link) =>
        Assert.Equal(link?.Replace("bcc=", "bcc%3D", StringComparison.Ordinal), Reach.Of(new Contact(null, email, null, null)).Email);

    [Fact]
    public void Nobody_can_be_reached_without_a_contact() => Assert.Equal(Reach.Nobody, Reach.Of(null));
}
