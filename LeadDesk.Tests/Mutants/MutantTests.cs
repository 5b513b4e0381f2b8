using System.Reflection;
using Xunit;

namespace LeadDesk.Tests.Mutants;

/// <summary>The seeded bugs beside this file: run.sh proves that the suite catches them; here only that each can still be seeded.</summary>
public sealed class MutantTests
{
    [Fact]
    public void Every_seeded_bug_still_fits_the_tree()
    {
        if (Tree() is not { } tree)
        {
            return;
        }

        var patches = Directory.GetFiles(Path.Combine(tree, "LeadDesk.Tests", "Mutants"), "*.patch");
        Assert.True(patches.Length >= 8);
        foreach (var patch in patches)
        {
            var (file, hunks) = Read(File.ReadAllLines(patch));
            var text = "\n" + File.ReadAllText(Path.Combine(tree, file)).ReplaceLineEndings("\n");
            Assert.NotEmpty(hunks);
            Assert.All(hunks, h => Assert.True(text.Split(h).Length == 2, $"{Path.GetFileName(patch)} does not fit {file} any more:{h}"));
        }
    }

    [Fact]
    public void Every_seeded_bug_names_tests_that_there_are()
    {
        if (Tree() is not { } tree)
        {
            return;
        }

        var tests = typeof(MutantTests).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Select(m => $"{t.FullName}.{m.Name}")).ToList();
        foreach (var patch in Directory.GetFiles(Path.Combine(tree, "LeadDesk.Tests", "Mutants"), "*.patch"))
        {
            var named = File.ReadLines(patch).Single(l => l.StartsWith("Caught by: ", StringComparison.Ordinal))["Caught by: ".Length..].Split('|');
            Assert.All(named, n => Assert.Contains(tests, t => t.Contains(n.Replace("FullyQualifiedName~", "", StringComparison.Ordinal), StringComparison.Ordinal)));
        }
    }

    /// <summary>The file, and of each hunk the lines that must be there, in a row.</summary>
    private static (string File, List<string> Hunks) Read(string[] lines)
    {
        var file = lines.Single(l => l.StartsWith("--- a/", StringComparison.Ordinal))["--- a/".Length..];
        var hunks = new List<string>();
        foreach (var line in lines.SkipWhile(l => !l.StartsWith("@@", StringComparison.Ordinal)))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                hunks.Add("\n");
            }
            else if (!line.StartsWith('+'))
            {
                hunks[^1] += line[1..] + "\n";
            }
        }

        return (file, hunks);
    }

    private static string? Tree()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
