using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LeadDesk.Domain.Intake;

/// <summary>Phone numbers as people type them. No country is guessed: a number without its country code stays as it is.</summary>
public static partial class PhoneText
{
    /// <summary>The number in the form in which two are compared (digits, with a leading + where the country code was given), or null when it is no number.</summary>
    public static string? Normal(string? text)
    {
        if (text is null or { Length: > 100 })
        {
            return null;
        }

        var digits = new StringBuilder(16);
        foreach (var c in Extension().Replace(text, "").Trim())
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0)
            {
                digits.Append((char)('0' + digit));
            }
            else if (c is '+' or '＋' && digits.Length == 0)
            {
                digits.Append('+');
            }
            else if (!IsPunctuation(c))
            {
                return null;
            }
        }

        var number = digits.ToString();
        number = number.StartsWith("00", StringComparison.Ordinal) ? "+" + number[2..] : number;
        return number.TrimStart('+').Length is >= 5 and <= 15 ? number : null;
    }

    private static bool IsPunctuation(char c) =>
        c is '.' or '/' or '(' or ')' || char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    [GeneratedRegex(@"(ext\.?|extension|x|#) ?[0-9]{1,6} ?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Extension();
}
