namespace LeadDesk.App.Settings;

/// <summary>What was typed one a line.</summary>
internal static class Lines
{
    public static string[] Of(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
