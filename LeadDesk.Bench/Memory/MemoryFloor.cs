using System.Text.Json;

namespace LeadDesk.Bench.Memory;

/// <summary>The floor file of the run: people who may sign in, and one open board.</summary>
internal static class MemoryFloor
{
    public const string SourceToken = "bench-source-token-000000000000";

    public const string Password = "only for measuring 1";

    public static string[] People { get; } = [.. Enumerable.Range(1, 8).Select(n => $"rep{n}@example.test")];

    public static void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        timeZone = "UTC",
        sources = new[] { new { key = "web", name = "Web", kind = "api", token = SourceToken } },
        people = People.Select((email, i) => new { name = $"Rep {i + 1}", email, role = "rep", password = Password }),
        lanes = new[] { new { key = "board", name = "Board", method = "cherryPick", firstAttemptMinutes = 10_000, leftBehindMinutes = Late, fallback = "managers" } },
    }));

    private static int[] Late { get; } = [10_000, 20_000];
}
