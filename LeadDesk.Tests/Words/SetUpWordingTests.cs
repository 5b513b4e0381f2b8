using System.Globalization;
using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace LeadDesk.Tests.Words;

/// <summary>Why a change of the set-up did not happen: English for programs, the reader's language on a page.</summary>
public sealed class SetUpWordingTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<FaultWording>().BuildServiceProvider();
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public SetUpWordingTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = before;
        services.Dispose();
    }

    [Fact]
    public void What_is_wrong_with_a_field_is_said_with_its_path()
    {
        var faults = new FieldErrors();
        faults.Add("currency", "A currency of three capital letters is expected, e.g. USD.");

        Assert.Equal(
            ("currency: A currency of three capital letters is expected, e.g. USD.", "currency: Hier wird eine Währung aus drei Großbuchstaben erwartet, z. B. USD."),
            Said(new(faults, null)));
    }

    [Fact]
    public void Whoever_was_overtaken_is_told_so()
    {
        var (english, german) = Said(new(null, Of(RefusalCode.Stale)));

        Assert.Equal("Somebody else changed the set-up at the same moment; send the file again.", english);
        Assert.StartsWith("Im selben Moment hat jemand anderes die Einrichtung geändert.", german, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_in_trouble_and_a_role_that_may_not_are_said_in_the_readers_language()
    {
        var full = new Answer(new Decided(503), SalesFloor.Empty) { Unavailable = new(Standstill.DiskFull, "for programs") };

        Assert.Equal("for programs", Said(new(null, full)).English);
        Assert.Contains("Die Festplatte ist voll", Said(new(null, full)).German, StringComparison.Ordinal);
        Assert.Equal("The floor could not be changed.", Said(new(null, Of(RefusalCode.Forbidden))).English);
        Assert.Contains("Rolle", Said(new(null, Of(RefusalCode.Forbidden))).German, StringComparison.Ordinal);
        Assert.Equal((null, null), Said(new(null, new Answer(new Decided(200), SalesFloor.Empty))));
    }

    private static Answer Of(RefusalCode code) => new(Decided.Of(new Refusal(code), null), SalesFloor.Empty);

    private (string? English, string? German) Said(FloorFilePut put)
    {
        var texts = services.GetRequiredService<IStringLocalizer<DeskWords>>();
        return (put.Problem, new SetUpWording(texts, new DeskWording(texts, null!, null!), services.GetRequiredService<FaultWording>()).Of(put));
    }
}
