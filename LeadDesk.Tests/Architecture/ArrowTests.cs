using System.Reflection;
using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Architecture;

/// <summary>The arrows of the house: who may name whom. A wrong `using` fails here and not in a review.</summary>
public sealed class ArrowTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void The_domain_knows_the_base_class_library_and_nothing_else() =>
        Assert.All(
            typeof(SalesFloor).Assembly.GetReferencedAssemblies(),
            name => Assert.True(name.Name!.StartsWith("System", StringComparison.Ordinal) || name.Name is "netstandard", $"The Domain references {name.Name}."));

    [Fact]
    public void Only_the_store_names_the_database() => OnlyIn(["Store"], "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite");

    [Fact]
    public void Only_the_live_part_names_signalr() => OnlyIn(["Live"], "Microsoft.AspNetCore.SignalR", "HubConnection");

    [Fact]
    public void Only_pages_and_their_frame_name_the_component_library() => OnlyIn(["Shell"], "Radzen", except: ["Composition.cs"]);

    [Fact]
    public void The_bench_is_no_test_and_the_app_needs_neither()
    {
        var names = Assembly.Load("LeadDesk.App").GetReferencedAssemblies().Select(a => a.Name).ToList();
        Assert.DoesNotContain("LeadDesk.Tests", names);
        Assert.DoesNotContain("LeadDesk.Bench", names);
    }

    [Fact]
    public void The_app_never_reads_what_only_tests_may_read() =>
        Assert.All(Sources("LeadDesk.App").Concat(Sources("LeadDesk.Domain")), file => Assert.DoesNotContain("../shared", File.ReadAllText(file), StringComparison.Ordinal));

    private static void OnlyIn(string[] folders, string word, string? other = null, string[]? except = null)
    {
        var app = Path.Combine(Root, "LeadDesk.App");
        foreach (var file in Sources("LeadDesk.App"))
        {
            var place = Path.GetRelativePath(app, file).Replace('\\', '/');
            if (folders.Contains(place.Split('/')[0], StringComparer.Ordinal) || (except ?? []).Contains(place, StringComparer.Ordinal))
            {
                continue;
            }

            var text = File.ReadAllText(file);
            Assert.False(text.Contains($"using {word}", StringComparison.Ordinal) || (other is not null && text.Contains($"using {other}", StringComparison.Ordinal)), $"{place} names {word}.");
        }
    }

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LeadDesk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        }

        return folder.FullName;
    }
}
