namespace LeadDesk.App.Account;

/// <summary>Asks whoever is signed in for their password again, because a desk left open is not its person.</summary>
public sealed class PasswordAgain(Accounts accounts, PeopleDirectory people, SignInTries tries)
{
    public async Task<SignInAnswer> TryAsync(HttpContext http, string password)
    {
        ArgumentNullException.ThrowIfNull(http);
        var me = people.Find(http.User.Account() ?? Guid.Empty);
        if (me is null || tries.Begin(me.Email) is not null)
        {
            return new SignInAnswer.Shut(tries.ShutUntil(me?.Email ?? "") ?? DateTimeOffset.MaxValue);
        }

        DoorBook.Name(http, me.Number);
        if (await accounts.CheckPasswordAsync(me.Email, password) is null)
        {
            return new SignInAnswer.NoMatch();
        }

        tries.Clear(me.Email);
        return new SignInAnswer.Welcome();
    }
}
