namespace LeadDesk.App.Account;

/// <summary>Lets a person in with e-mail and password.</summary>
public sealed class SignInDoor(Accounts accounts, Sessions sessions, SignInTries tries)
{
    public async Task<SignInAnswer> TryAsync(HttpContext http, string email, string password)
    {
        if (tries.Begin(email) is { } shut)
        {
            return new SignInAnswer.Shut(shut);
        }

        if (await accounts.CheckPasswordAsync(email, password) is { } person && await sessions.BeginAsync(http, person.Id))
        {
            tries.Clear(email);
            return new SignInAnswer.Welcome();
        }

        return tries.ShutUntil(email) is { } until ? new SignInAnswer.Shut(until) : new SignInAnswer.NoMatch();
    }
}
