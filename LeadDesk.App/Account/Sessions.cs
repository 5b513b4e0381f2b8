using System.Security.Claims;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Authentication;

namespace LeadDesk.App.Account;

/// <summary>Begins and ends the sessions of browsers, and says which ones still hold.</summary>
public sealed class Sessions(Standing standing, PeopleDirectory people, EndedSessions ended, TimeProvider time)
{
    /// <summary>False when the person may not come in.</summary>
    public async Task<bool> BeginAsync(HttpContext http, Guid person)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (people.Find(person) is not { } entry || standing.Of(person) is not { } rep)
        {
            return false;
        }

        var session = new Session(person, Guid.NewGuid().ToString("N"), time.GetUtcNow(), entry.Stamp);
        await http.SignInAsync(Schemes.Cookie, Badge(rep, session), new() { IsPersistent = true });
        return true;
    }

    public async Task EndAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (Session.Of(http.User) is { } session)
        {
            await ended.EndAsync(session.Person, session.Key);
        }

        await http.SignOutAsync(Schemes.Cookie);
    }

    /// <summary>The person whose session this is, while it holds.</summary>
    public Rep? HolderOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return people.Find(session.Person)?.Stamp == session.Stamp
            && time.GetUtcNow() - session.Since < Session.Longest
            && !ended.Contains(session.Key)
                ? standing.Of(session.Person)
                : null;
    }

    /// <summary>The badge as it reads today; null when the session is over.</summary>
    public ClaimsPrincipal? Renew(ClaimsPrincipal user) =>
        Session.Of(user) is { } session && HolderOf(session) is { } rep ? Badge(rep, session) : null;

    private ClaimsPrincipal Badge(Rep rep, Session session) =>
        CallerClaims.OfPerson(rep, people.NameOf(rep.Number), Schemes.Cookie, session.Claims());
}
