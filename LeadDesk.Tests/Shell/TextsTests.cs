using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using LeadDesk.App.Shell;
using LeadDesk.App.Words;
using Xunit;

namespace LeadDesk.Tests.Shell;

public sealed partial class TextsTests
{
    private static IEnumerable<(string Key, string Text)> All => Read(typeof(Texts));

    private static IEnumerable<(string Key, string Text)> Read(Type source) =>
        new ResourceManager(source).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>().Select(e => ((string)e.Key, (string)e.Value!));

    [Fact]
    public void Texts_never_shout_and_use_the_words_of_the_shop_floor()
    {
        Assert.NotEmpty(All);
        Assert.All(All, t => Assert.DoesNotContain("!", t.Text, StringComparison.Ordinal));
        Assert.All(All, t => Assert.DoesNotMatch(Jargon(), t.Text));
    }

    [Fact]
    public void What_the_desk_says_of_a_lead_calls_a_rule_a_rule() =>
        Assert.All(Read(typeof(DeskWords)), t => Assert.DoesNotContain("lane", t.Text, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Every_text_that_code_asks_for_by_name_is_there()
    {
        var known = All.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../LeadDesk.App"));
        var asked = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => m.Groups["key"].Value))
            .ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(known, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\b(SLA|WIP|claim|ticket|assignee|null|invalid|breach)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Jargon();

    [GeneratedRegex("""[Ss]ay\["(?<key>[A-Za-z]+\.[A-Za-z0-9]+)["]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Asked();
}
