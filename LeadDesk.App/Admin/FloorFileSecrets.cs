using System.Text.RegularExpressions;
using LeadDesk.App.Api;

namespace LeadDesk.App.Admin;

/// <summary>Passwords, tokens and PINs of the floor file.</summary>
internal static partial class FloorFileSecrets
{
    public static string? Password(this Fields entry, string email)
    {
        var password = entry.Text("password", int.MaxValue);
        if (password is not null && PasswordRule.WhyNot(password, email) is { } words)
        {
            entry.Wrong("password", words);
        }

        return password;
    }

    public static string? Token(this Fields entry, string name)
    {
        var token = entry.Text(name, int.MaxValue);
        if (token is not null && !TokenShape().IsMatch(token))
        {
            entry.Wrong(name, "A token of 24 to 200 characters A-Z a-z 0-9 . _ ~ - is expected.");
        }

        return token;
    }

    public static string? Pin(this Fields entry)
    {
        var pin = entry.Text("pin", int.MaxValue);
        if (pin is not null && !PinShape().IsMatch(pin))
        {
            entry.Wrong("pin", "A PIN of 4 to 6 digits in quotes is expected.");
        }

        return pin;
    }

    [GeneratedRegex(@"^[A-Za-z0-9._~-]{24,200}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"^[0-9]{4,6}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PinShape();
}
