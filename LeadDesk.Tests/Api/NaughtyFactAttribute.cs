using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>A fact that needs data from beside the repository; skipped with one line where it is not there.</summary>
internal sealed class NaughtyFactAttribute : FactAttribute
{
    public NaughtyFactAttribute(string path)
    {
        Path = path;
        Skip = SharedData.Find(path) is null ? $"{path} is not beside this repository." : path.EndsWith(".py", StringComparison.Ordinal) && !HasPython() ? "There is no python3 here." : null;
    }

    public string Path { get; }

    private static bool HasPython() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Any(p => File.Exists(System.IO.Path.Combine(p, "python3")));
}
