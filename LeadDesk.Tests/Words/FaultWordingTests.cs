using System.Globalization;
using System.Text.Json;
using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Make;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Words;

/// <summary>What is wrong with a field, in the language of the screen.</summary>
public sealed class FaultWordingTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<FaultWording>().BuildServiceProvider();
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    private FaultWording Words => services.GetRequiredService<FaultWording>();

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = before;
        services.Dispose();
    }

    [Theory]
    [InlineData("This field is required.", "Dieses Feld wird gebraucht.")]
    [InlineData("A whole number from 1 to 10000 is expected, without quotes.", "Hier wird eine ganze Zahl von 1 bis 10000 erwartet.")]
    [InlineData("There is no team x. Allowed here: a, b.", "Ein Team x gibt es hier nicht. Möglich sind: a, b.")]
    [InlineData("This is not hours such as 10:00-19:00. Expected: \"mon-fri\": [\"10:00-19:00\"].", "Das ist keine Zeitspanne. Erwartet wird z. B. 10:00-19:00.")]
    [InlineData("A currency of three capital letters is expected, e.g. USD.", "Hier wird eine Währung aus drei Großbuchstaben erwartet, z. B. USD.")]
    [InlineData("Unknown field. Allowed here: a, b.", "Dieses Feld gibt es nicht. Möglich sind: a, b.")]
    [InlineData("Something that nobody translated.", "Something that nobody translated.")]
    public void It_is_said_in_German_where_it_is_known(string english, string german)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        Assert.Equal(german, Words.Of(english));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal(english, Words.Of(english));
    }

    [Theory]
    [InlineData("""{ "lanes": [] }""")]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "fairTurn", "offerSeconds": 0 } ] }""")]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "fairTurn", "when": { "valueAtLeast": 9, "valueBelow": 3 } } ] }""")]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "blend" } ] }""")]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "fairTurn", "fallback": "nowhere" } ] }""")]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "nonsense" } ] }""")]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "fairTurn", "holdMinutes": [9, 3] } ] }""")]
    public void What_the_judge_of_rules_says_is_known(string body)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        var errors = new FieldErrors();
        LaneList.Read(Fields.Over(JsonDocument.Parse(body).RootElement, errors), "lanes", FloorPlan.Empty with { Lanes = [Lanes.Of("fairTurn", "turn")] });
        Assert.NotEmpty(errors.All);
        Assert.All(errors.All, e => Assert.NotEqual(e.Words, Words.Of(e.Words)));
    }
}
