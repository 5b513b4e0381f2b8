using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace LeadDesk.Tests.Secrecy;

/// <summary>The list of threats names tests; a name without a test would be a guard that nobody has seen.</summary>
public sealed partial class ThreatsTests
{
    [Theory]
    [InlineData("threats.md")]
    [InlineData("asvs.md")]
    public void Every_test_that_the_documents_name_is_there(string document)
    {
        if (Find(document) is not { } file)
        {
            return;
        }

        var tests = typeof(ThreatsTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.GetCustomAttribute<FactAttribute>() is not null).Select(m => m.Name).ToList();
        var named = Names().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !tests.Exists(t => t.Contains(n, StringComparison.Ordinal)));
    }

    /// <summary>A document of this tree; a copy of the built tests elsewhere has none.</summary>
    private static string? Find(string document)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder is null ? null : Path.Combine(folder.FullName, "docs", document);
    }

    [GeneratedRegex("`(?:T )?(?<name>[A-Za-z0-9]+(?:_[A-Za-z0-9]+){1,})`", RegexOptions.None, 1000)]
    private static partial Regex Names();
}
