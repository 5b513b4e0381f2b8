using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadDesk.Tests.Faults;

/// <summary>The floor file of the crash tests: reps with tokens, one source, and two lanes in which only clients move leads.</summary>
internal static class FaultFloor
{
    public const string SourceToken = "faults-web-token-0000000000";
    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string TokenOf(int client) => $"faults-rep-{client}-token-0000000000";

    public static async Task<string> WriteAsync(DirectoryInfo folder, int reps)
    {
        var floor = new
        {
            people = Enumerable.Range(0, reps).Select(i => new { name = $"Rep {i}", email = $"rep{i}@example.com", role = "rep", wipLimit = 10_000, token = TokenOf(i) }),
            sources = new[] { new { key = "web", name = "Web", kind = "form", token = SourceToken } },
            lanes = new[] { Lane("tank", "sharkTank", [new { forSeconds = 500_000 }]), Lane("blind", "blindPull", null) },
            clocks = new { breach = new[] { "tellManager" } },
        };
        var file = Path.Combine(folder.FullName, "floor.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(floor, WithoutNulls));
        return file;
    }

    private static object Lane(string key, string method, object[]? rings) => new
    {
        key,
        name = key,
        method,
        when = new { product = new[] { key } },
        rings,
        noRepeat = 0,
        firstAttemptMinutes = 10_000,
        holdMinutes = new[] { 10_000, 20_000 },
        leftBehindMinutes = new[] { 10_000, 20_000 },
        wipLimit = 10_000,
        fallback = "managers",
    };
}
