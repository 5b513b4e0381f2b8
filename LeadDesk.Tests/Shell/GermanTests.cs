using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Audit;
using LeadDesk.App.Fairness;
using LeadDesk.App.Rules;
using LeadDesk.App.Settings;
using LeadDesk.App.Shell;
using LeadDesk.App.Wall;
using LeadDesk.App.Welcome;
using LeadDesk.App.Words;
using Xunit;

namespace LeadDesk.Tests.Shell;

public sealed partial class GermanTests
{
    public static TheoryData<Type> Sources =>
    [
        typeof(Texts),
        typeof(DeskWords),
        typeof(RuleWords),
        typeof(FairWords),
        typeof(FaultWords),
        typeof(SignInTexts),
        typeof(AuditWords),
        typeof(DryRunWords),
        typeof(ShareWords),
        typeof(StandingWords),
        typeof(PeopleWords),
        typeof(WallTexts),
        typeof(WatchWords),
        typeof(WelcomeTexts),
        typeof(SettingsTexts),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_text_is_there_in_both_languages_with_the_same_places_to_fill(Type source)
    {
        var english = Read(source, CultureInfo.InvariantCulture);
        var german = Read(source, CultureInfo.GetCultureInfo("de"));
        Assert.Empty(english.Keys.Except(german.Keys, StringComparer.Ordinal));
        Assert.Empty(german.Keys.Except(english.Keys, StringComparer.Ordinal));
        Assert.All(english, e => Assert.True(Places(e.Value).SetEquals(Places(german[e.Key])), e.Key));
        Assert.All(german, g => Assert.DoesNotContain("!", g.Value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void German_has_one_word_for_each_thing(Type source) =>
        Assert.All(Read(source, CultureInfo.GetCultureInfo("de")), g => Assert.DoesNotMatch(OtherWords(), g.Value));

    private static Dictionary<string, string> Read(Type source, CultureInfo culture) =>
        new ResourceManager(source).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Value)];

    /// <summary>The house says Leitung, Regel, Arbeitsplatz.</summary>
    [GeneratedRegex(@"\b(Managern?|Führungskr\w+|Spur|Desk)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OtherWords();

    [GeneratedRegex(@"\{\d", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
