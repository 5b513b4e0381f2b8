namespace LeadDesk.App.Account;

/// <summary>How the change of a PIN ended.</summary>
public abstract record PinAnswer
{
    public sealed record Saved : PinAnswer;

    /// <summary>Why names the text that says what a PIN has to be.</summary>
    public sealed record Weak(string Why) : PinAnswer;

    public sealed record WrongPassword : PinAnswer;

    /// <summary>Too many tries with a password; Until is UTC.</summary>
    public sealed record Shut(DateTimeOffset Until) : PinAnswer;
}
