using LeadDesk.Domain.Intake;

namespace LeadDesk.App.Account;

/// <summary>By what a person signs in: their e-mail address, or a user name where the firm has given them no address.</summary>
public static class LoginName
{
    public const int Longest = 64;

    private const int Shortest = 2;

    /// <summary>The name in the form in which two are compared; null where it is neither an address nor a user name.</summary>
    public static string? Normal(string? text) => text?.Contains('@', StringComparison.Ordinal) == true ? EmailText.Normal(text) : UserName(text);

    /// <summary>A user name in lower case: letters, digits and . _ - with a letter or digit first; null where it is none.</summary>
    public static string? UserName(string? text)
    {
        var name = text?.Trim() ?? "";
        return name.Length is >= Shortest and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-') ? name.ToLowerInvariant() : null;
    }

    /// <summary>What a floor file calls it.</summary>
    public static string FieldOf(string login)
    {
        ArgumentNullException.ThrowIfNull(login);
        return login.Contains('@', StringComparison.Ordinal) ? "email" : "userName";
    }
}
