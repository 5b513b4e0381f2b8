using System.Text.Json;

namespace LeadDesk.Bench.Arrivals;

/// <summary>The floor file of the run: three lanes of different methods, twelve people, a manager and a source, with short clocks.</summary>
internal static class BenchFloor
{
    public const string SourceToken = "bench-source-token-000000000000";

    public const string ManagerToken = "bench-manager-token-00000000000";

    private static readonly int[] Warnings = [50, 80];

    private static readonly string[] Breach = ["tellManager", "reclaim"];

    private static readonly int[] Soon = [1, 2];

    public static readonly string[] Products = ["brochure", "ring", "watch"];

    public static string TokenOf(int rep) => $"bench-rep-{rep:00}-token-000000000000";

    public static void Write(string file, int reps) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        timeZone = "UTC",
        sources = new[] { new { key = "calls", name = "Calls", kind = "api", token = SourceToken } },
        people = Enumerable.Range(1, reps)
            .Select(n => new { name = $"Rep {n}", email = $"rep{n}@example.test", role = "rep", wipLimit = 3, token = TokenOf(n) })
            .Append(new { name = "Manager", email = "manager@example.test", role = "manager", wipLimit = 3, token = ManagerToken }),
        lanes = new object[]
        {
            Lane("turns", "ring", "fairTurn", "pulled"),
            Lane("sharks", "watch", "sharkTank", "pulled"),
            Lane("pulled", null, "blindPull", "managers"),
        },
        clocks = new { warnAtPercent = Warnings, breach = Breach, graceSeconds = 30 },
    }));

    private static Dictionary<string, object> Lane(string key, string? product, string method, string fallback)
    {
        var lane = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["key"] = key,
            ["name"] = key,
            ["method"] = method,
            ["fallback"] = fallback,
            ["firstAttemptMinutes"] = 1,
            ["offerSeconds"] = 5,
            ["holdMinutes"] = Soon,
            ["leftBehindMinutes"] = Soon,
        };
        if (product is not null)
        {
            lane["when"] = new { product = new[] { product } };
        }

        if (method == "sharkTank")
        {
            lane["rings"] = new[] { new { forSeconds = 20 } };
        }

        return lane;
    }
}
