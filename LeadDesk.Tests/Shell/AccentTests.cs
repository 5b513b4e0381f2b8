using LeadDesk.App.Settings;
using Xunit;

namespace LeadDesk.Tests.Shell;

public sealed class AccentTests
{
    [Theory]
    [InlineData("#000000", 21, true)]
    [InlineData("#ffffff", 1, false)]
    [InlineData("#767676", 4.54, true)]
    [InlineData("#777777", 4.48, false)]
    [InlineData("#0b5c8f", 7.14, true)]
    public void White_on_a_colour_is_measured_as_the_guideline_does(string hex, double ratio, bool passes)
    {
        var accent = Accent.Of(hex)!;
        Assert.Equal(ratio, accent.Ratio, 0.02);
        Assert.Equal(passes, accent.Passes);
    }

    [Theory]
    [InlineData("#ffcc00")]
    [InlineData("#ff0000")]
    [InlineData("#ffffff")]
    [InlineData("#777777")]
    public void The_nearest_shade_of_a_colour_that_is_too_light_passes(string hex)
    {
        var nearest = Accent.Of(Accent.Of(hex)!.Nearest)!;
        Assert.True(nearest.Passes);
        Assert.True(nearest.Ratio < 4.8, nearest.Hex);
    }

    [Theory]
    [InlineData("blue")]
    [InlineData("#12")]
    [InlineData("#12345g")]
    [InlineData("")]
    [InlineData("#0b5c8f;}")]
    public void What_is_no_colour_is_none(string text)
    {
        Assert.Null(Accent.Of(text));
        Assert.Null(Accent.Style(text));
    }
}
