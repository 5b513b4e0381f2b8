using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>The plain links by which a customer is reached; they work while the connection is down. Null = not possible.</summary>
public sealed record Reach(string? Call, string? Sms, string? Email, string? Whatsapp)
{
    public static Reach Nobody { get; } = new(null, null, null, null);

    public static Reach Of(Contact? contact)
    {
        if (contact is null)
        {
            return Nobody;
        }

        var digits = new string([.. (contact.Phone ?? "").Where(char.IsAsciiDigit)]);
        var international = contact.Phone?.TrimStart().StartsWith('+') == true;
        var dial = digits.Length < 3 ? null : international ? "+" + digits : digits;
        var mail = contact.Email is { Length: > 0 } email && email.Contains('@', StringComparison.Ordinal) ? Uri.EscapeDataString(email.Trim()) : null;
        return new(
            dial is null ? null : "tel:" + dial,
            dial is null ? null : "sms:" + dial,
            mail is null ? null : "mailto:" + mail.Replace("%40", "@", StringComparison.Ordinal),
            dial is not null && international ? "https://wa.me/" + digits : null);
    }
}
