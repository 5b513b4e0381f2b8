using LeadDesk.App.Desk;

namespace LeadDesk.App.Account;

/// <summary>How a try to sign in ended.</summary>
public abstract record SignInAnswer
{
    public sealed record Welcome : SignInAnswer;

    /// <summary>The same for an unknown e-mail, a wrong password and a disabled person.</summary>
    public sealed record NoMatch : SignInAnswer;

    /// <summary>Too many tries; Until is UTC.</summary>
    public sealed record Shut(DateTimeOffset Until) : SignInAnswer;

    /// <summary>Right, but it cannot be written down now; Why is for whoever puts it into words.</summary>
    public sealed record Unavailable(Unwritten Why) : SignInAnswer;
}
