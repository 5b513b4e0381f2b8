using System.Globalization;
using LeadDesk.App.Desk;
using LeadDesk.App.Words;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace LeadDesk.Tests.Words;

/// <summary>What a page says when nothing can be written: in its reader's language, and nothing that only programs can do.</summary>
public sealed class UnwrittenTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public static TheoryData<Standstill> Cases => [.. Enum.GetValues<Standstill>()];

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = before;
        services.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_page_says_it_in_both_languages(Standstill why)
    {
        var (english, german) = (Say(why, "en"), Say(why, "de"));

        Assert.EndsWith(".", english, StringComparison.Ordinal);
        Assert.EndsWith(".", german, StringComparison.Ordinal);
        Assert.NotEqual(english, german);
        Assert.DoesNotContain("what programs are told", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Key", english, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_called_so()
    {
        Assert.Contains("disk is full", Say(Standstill.DiskFull, "en"), StringComparison.Ordinal);
        Assert.Contains("Festplatte ist voll", Say(Standstill.DiskFull, "de"), StringComparison.Ordinal);
    }

    private string Say(Standstill why, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new DeskWording(services.GetRequiredService<IStringLocalizer<DeskWords>>(), null!, null!).Of(new Unwritten(why, "what programs are told"));
    }
}
