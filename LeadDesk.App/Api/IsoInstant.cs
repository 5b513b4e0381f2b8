using System.Globalization;
using System.Text.RegularExpressions;

namespace LeadDesk.App.Api;

/// <summary>Moments in ISO 8601 with a zone, as UTC, cut to milliseconds: the precision of the log.</summary>
public static partial class IsoInstant
{
    public static DateTimeOffset? Read(string text) =>
        Shape().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? new DateTimeOffset(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero)
            : null;

    // Without this a date alone, an American order or a missing zone would be guessed at.
    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
