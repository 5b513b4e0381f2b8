using System.Text.Json;

namespace LeadDesk.Bench.Circuits;

/// <summary>The floor file of a run with open pages: reps who may sign in, a board for all of them, a lane of which none of them sees anything, a manager, and somebody who takes what is given.</summary>
internal static class ScreensFloor
{
    public const string SourceToken = "bench-source-token-000000000000";

    public const string ManagerToken = "bench-manager-token-00000000000";

    public const string Password = "only for measuring 1";

    /// <summary>Leads of this region stand on nobody's Desk.</summary>
    public const string Elsewhere = "South";

    /// <summary>Who is given leads, and looks at no page.</summary>
    public const string Taker = "Taker";

    private static readonly int[] Late = [10_000, 20_000];

    private static readonly string[] South = [Elsewhere];

    private static readonly object[] Others = [new { skill = "elsewhere", level = 1, forSeconds = 3600 }];

    public static string[] People { get; } = [.. Enumerable.Range(1, 8).Select(n => $"rep{n}@example.test")];

    public static void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(new
    {
        timeZone = "UTC",
        sources = new[] { new { key = "web", name = "Web", kind = "api", token = SourceToken } },
        people = People.Select((email, i) => (object)new { name = $"Rep {i + 1}", email, role = "rep", password = Password })
            .Append(new { name = Taker, email = "taker@example.test", role = "rep", wipLimit = 10_000 })
            .Append(new { name = "Manager", email = "manager@example.test", role = "manager", token = ManagerToken }),
        lanes = new object[]
        {
            new { key = "elsewhere", name = "Elsewhere", when = new { region = South }, method = "cherryPick", rings = Others, firstAttemptMinutes = 10_000, leftBehindMinutes = Late, fallback = "managers" },
            new { key = "board", name = "Board", method = "cherryPick", firstAttemptMinutes = 10_000, leftBehindMinutes = Late, fallback = "managers" },
        },
    }));
}
