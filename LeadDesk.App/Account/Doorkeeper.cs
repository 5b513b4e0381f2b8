using System.Security.Claims;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Account;

/// <summary>Looks again at somebody who came in earlier and is still here, on an open page or hub.</summary>
public sealed class Doorkeeper(Sessions sessions, Tokens tokens, Standing standing)
{
    /// <summary>A screen on the wall whose link still holds.</summary>
    public bool IsScreen(ClaimsPrincipal? user) => user?.ScreenToken() is { } token && tokens.IsActive(token);

    /// <summary>The person, while the session or token they came in with still holds.</summary>
    public Rep? StillIn(ClaimsPrincipal? user)
    {
        if (user is null)
        {
            return null;
        }

        if (Session.Of(user) is { } session)
        {
            return sessions.HolderOf(session);
        }

        return Guid.TryParse(user.FindFirstValue(CallerClaims.Token), out var token) && tokens.IsActive(token) && user.Account() is { } person
            ? standing.Of(person)
            : null;
    }
}
