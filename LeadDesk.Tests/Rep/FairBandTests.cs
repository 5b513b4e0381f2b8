using LeadDesk.App.RepDesk;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

public sealed class FairBandTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 2)]
    [InlineData(9, 6, 12)]
    [InlineData(0.2, 0, 1)]
    public void The_band_is_one_deviation_around_what_was_expected(double expected, int least, int most) => Assert.Equal(new FairBand(least, most), FairBand.Of(expected));
}
