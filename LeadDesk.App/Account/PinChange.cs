namespace LeadDesk.App.Account;

/// <summary>Gives a person the PIN they choose. Their password is asked for again; every other session ends.</summary>
public sealed class PinChange(Accounts accounts, Sessions sessions, PasswordAgain again)
{
    public async Task<PinAnswer> TryAsync(HttpContext http, string password, string pin)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (PinRule.WhyNot(pin) is { } why)
        {
            return new PinAnswer.Weak(why);
        }

        switch (await again.TryAsync(http, password))
        {
            case SignInAnswer.Shut(var until):
                return new PinAnswer.Shut(until);
            case not SignInAnswer.Welcome:
                return new PinAnswer.WrongPassword();
        }

        var me = http.User.Account()!.Value;
        await accounts.SetPinAsync(me, pin);
        if (Session.Of(http.User) is { } session)
        {
            await sessions.BeginAsync(http, me, session.Device);
        }

        return new PinAnswer.Saved();
    }
}
