namespace LeadDesk.App.Account;

/// <summary>Lets a person in with name and password, or with a passkey.</summary>
public sealed class SignInDoor(Accounts accounts, Passkeys passkeys, Sessions sessions, SignInTries tries, PinTries pins)
{
    public async Task<SignInAnswer> TryAsync(HttpContext http, string email, string password)
    {
        var address = NetworkAddress.Of(http);
        DoorBook.Name(http, accounts.NumberOf(email));
        if ((tries.BeginFrom(address) ?? tries.Begin(email)) is { } shut)
        {
            return new SignInAnswer.Shut(shut);
        }

        if (await accounts.CheckPasswordAsync(email, password) is { } person && await sessions.BeginAsync(http, person.Id))
        {
            tries.Clear(email);
            tries.ClearFrom(address);
            pins.ClearAll(person.Id);
            return new SignInAnswer.Welcome();
        }

        return tries.ShutUntil(email) is { } until ? new SignInAnswer.Shut(until) : new SignInAnswer.NoMatch();
    }

    /// <summary>A passkey is the person and the device at once; who guesses is held by the network address.</summary>
    public async Task<SignInAnswer> TryPasskeyAsync(HttpContext http, string ask, string credential)
    {
        var address = NetworkAddress.Of(http);
        if (tries.BeginFrom(address) is { } shut)
        {
            return new SignInAnswer.Shut(shut);
        }

        if (await passkeys.CheckAsync(http, ask, credential) is not { } person || !await sessions.BeginAsync(http, person))
        {
            return new SignInAnswer.NoMatch();
        }

        tries.ClearFrom(address);
        pins.ClearAll(person);
        return new SignInAnswer.Welcome();
    }
}
