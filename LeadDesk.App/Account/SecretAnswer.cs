namespace LeadDesk.App.Account;

/// <summary>How the change of a PIN or a password ended.</summary>
public abstract record SecretAnswer
{
    public sealed record Saved : SecretAnswer;

    /// <summary>Why says what it has to be, or names the text that does.</summary>
    public sealed record Weak(string Why) : SecretAnswer;

    public sealed record WrongPassword : SecretAnswer;

    /// <summary>Too many tries with a password; Until is UTC.</summary>
    public sealed record Shut(DateTimeOffset Until) : SecretAnswer;
}
