using LeadDesk.App.Admin;

namespace LeadDesk.App.Account;

/// <summary>Gives a person the PIN or the password they choose. Their password is asked for again; every other session ends.</summary>
public sealed class SecretChange(Accounts accounts, PeopleDirectory people, Sessions sessions, PasswordAgain again)
{
    public Task<SecretAnswer> PinAsync(HttpContext http, string password, string pin) =>
        ChangeAsync(http, password, PinRule.WhyNot(pin), me => accounts.SetPinAsync(me, pin));

    public Task<SecretAnswer> PasswordAsync(HttpContext http, string password, string next)
    {
        ArgumentNullException.ThrowIfNull(http);
        return ChangeAsync(http, password, PasswordRule.WhyNot(next, people.Find(http.User.Account() ?? Guid.Empty)?.Email), me => accounts.SetPasswordAsync(me, next));
    }

    private async Task<SecretAnswer> ChangeAsync(HttpContext http, string password, string? weak, Func<Guid, Task<bool>> change)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (weak is not null)
        {
            return new SecretAnswer.Weak(weak);
        }

        switch (await again.TryAsync(http, password))
        {
            case SignInAnswer.Shut(var until):
                return new SecretAnswer.Shut(until);
            case not SignInAnswer.Welcome:
                return new SecretAnswer.WrongPassword();
        }

        var me = http.User.Account()!.Value;
        await change(me);
        if (Session.Of(http.User) is { } session)
        {
            await sessions.BeginAsync(http, me, session.Device);
        }

        return new SecretAnswer.Saved();
    }
}
