using System.Text.Json;

namespace LeadDesk.Bench.Report;

/// <summary>One line of JSON for each repetition, for whoever works the numbers out again.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static void Print(object line) => Console.WriteLine(JsonSerializer.Serialize(line, Options));

    /// <summary>Four digits that mean something are enough.</summary>
    public static double Short(double value) => value == 0 || !double.IsFinite(value) ? 0 : Math.Round(value, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 6));
}
