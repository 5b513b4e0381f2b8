using System.Text.RegularExpressions;

namespace LeadDesk.App.Counter;

/// <summary>What a customer who looks over a shoulder may read: initials for a name, dots for money and numbers.</summary>
public static partial class Glance
{
    private const string Dots = "••••";

    /// <summary>A. H. for Amelia Hart.</summary>
    public static string Initials(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Take(3).Select(w => char.ToUpperInvariant(w[0]) + ".")) is { Length: > 0 } letters ? letters : Dots;
    }

    /// <summary>The same words with amounts, telephone numbers and addresses of mail blotted out.</summary>
    public static string Blot(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Told().Replace(text, Dots);
    }

    /// <summary>Mail addresses; then money by its sign or its k; then any number of three digits and more.</summary>
    [GeneratedRegex(@"\S+@\S+|[$€£¥]\s?\d[\d.,' ]*[kK]?|\d[\d.,']*\s?[€£¥kK]|\+?\d[\d.,' ()/-]+\d", RegexOptions.NonBacktracking)]
    private static partial Regex Told();
}
