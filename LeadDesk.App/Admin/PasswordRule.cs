using System.Collections.Frozen;

namespace LeadDesk.App.Admin;

/// <summary>What a password has to be: 12 to 128 characters, not a common one, not one's own address. No rule on which characters.</summary>
public static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private static readonly FrozenSet<string> Common = ReadCommon();

    /// <summary>Why this password is refused, in words; null when it is fine.</summary>
    public static string? WhyNot(string password, string? email = null)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length is < Shortest or > Longest ? "A password of 12 to 128 characters is expected."
            : Common.Contains(password.Trim()) ? "This password is on the list of common ones; another is expected."
            : string.Equals(password, email, StringComparison.OrdinalIgnoreCase) ? "The own e-mail address is no password; another is expected."
            : null;
    }

    private static FrozenSet<string> ReadCommon()
    {
        using var list = typeof(PasswordRule).Assembly.GetManifestResourceStream("common-passwords.txt") ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var lines = new StreamReader(list);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
