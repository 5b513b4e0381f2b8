using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadDesk.App.RepDesk;

/// <summary>Reads an amount of money as people write it: with or without a currency's sign or code, with the reader's separators.</summary>
public static partial class Amount
{
    /// <summary>Whether the text is an amount of 0 or more, or empty (value = null).</summary>
    public static bool Read(string? text, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        if (Written().Match(text.Trim()) is not { Success: true } written || !decimal.TryParse(written.Groups["number"].Value, NumberStyles.Number, CultureInfo.CurrentCulture, out var read))
        {
            return false;
        }

        value = read;
        return true;
    }

    [GeneratedRegex(@"^(?:\p{Sc}|[A-Za-z]{3})?\s*(?<number>\d[\d.,'’\s]*?)(?:[.,][-–]+)?\s*(?:\p{Sc}|[A-Za-z]{3})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
