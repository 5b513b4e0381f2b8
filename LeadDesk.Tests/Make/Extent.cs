using System.Globalization;

namespace LeadDesk.Tests.Make;

/// <summary>How much a test does: a short form with the others, the whole figure with LEADDESK_FAULTS=full.</summary>
internal static class Extent
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("LEADDESK_FAULTS") == "full";

    /// <summary>The number that this variable asks for; where it says nothing, the short or the full one.</summary>
    public static int Of(string variable, int shortly, int full) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : IsFull ? full : shortly;
}
