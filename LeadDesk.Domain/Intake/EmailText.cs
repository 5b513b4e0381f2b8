using System.Net.Mail;

namespace LeadDesk.Domain.Intake;

/// <summary>E-mail addresses to the practical bar: what a mail server in the wild would take, not all that the standards allow.</summary>
public static class EmailText
{
    /// <summary>The address in the form in which two are compared (trimmed, lower case), or null when it is not usable.</summary>
    public static string? Normal(string? text)
    {
        var address = text?.Trim(' ') ?? "";
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || at != address.LastIndexOf('@') || address.Length > 254 || address[at - 1] == '.' || address.Any(c => c == '"' || char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return null;
        }

        var labels = address[(at + 1)..].Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && MailAddress.TryCreate(address, out var read) && read.Address == address
            ? address.ToLowerInvariant()
            : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and < 64 && label[0] != '-' && label[^1] != '-' && label.All(c => c == '-' || c > '\u007f' || char.IsAsciiLetterOrDigit(c));
}
