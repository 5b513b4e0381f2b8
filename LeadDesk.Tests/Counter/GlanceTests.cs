using LeadDesk.App.Counter;
using Xunit;

namespace LeadDesk.Tests.Counter;

public sealed class GlanceTests
{
    [Theory]
    [InlineData("Amelia Hart", "A. H.")]
    [InlineData("jean-luc de la Tour", "J. D. L.")]
    [InlineData("+1 206 555 0100", "••••")]
    [InlineData("amelia@example.com", "A.")]
    public void A_name_is_its_initials(string name, string initials) => Assert.Equal(initials, Glance.Initials(name));

    [Theory]
    [InlineData("Oval, platinum, around $5k. Can I come on 14 Dec?", "Oval, platinum, around ••••. Can I come on 14 Dec?")]
    [InlineData("My budget is 3.500 € or so", "My budget is •••• or so")]
    [InlineData("up to 5k", "up to ••••")]
    [InlineData("Call +1 (206) 555-0100 please", "Call •••• please")]
    [InlineData("write to me@example.com", "write to ••••")]
    [InlineData("at 10:30", "at 10:30")]
    public void Money_numbers_and_addresses_are_blotted_out(string said, string shown) => Assert.Equal(shown, Glance.Blot(said));
}
