using System.Data.Common;
using System.Security.Claims;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Authentication;

namespace LeadDesk.App.Account;

/// <summary>Begins and ends the sessions of browsers, and says which ones still hold.</summary>
public sealed partial class Sessions(Standing standing, PeopleDirectory people, KeptSessions kept, Devices devices, TimeProvider time, ILogger<Sessions> logger)
{
    /// <summary>
    /// False when the person may not come in. One begun on a shared device ends with the browser, the day or the device. Whatever session this
    /// browser had before ends: its cookie would be worth something to whoever kept it.
    /// </summary>
    public async Task<bool> BeginAsync(HttpContext http, Guid person, Guid? device = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (people.Find(person) is not { } entry || standing.Of(person) is not { } rep)
        {
            return false;
        }

        if (Session.Of(http.User) is { } before)
        {
            await kept.EndAsync(before.Person, before.Key);
        }

        var session = new Session(person, Guid.NewGuid().ToString("N"), time.GetUtcNow(), entry.Stamp, device);
        await WriteDownAsync(session);
        await http.SignInAsync(Schemes.Cookie, Badge(rep, session), new() { IsPersistent = device is null });
        DoorBook.Pass(http, rep.Number, comes: true);
        return true;
    }

    public async Task EndAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (Session.Of(http.User) is { } session)
        {
            await kept.EndAsync(session.Person, session.Key);
            DoorBook.Pass(http, people.Find(session.Person)!.Number, comes: false);
        }

        await http.SignOutAsync(Schemes.Cookie);
    }

    /// <summary>Those of a person that still hold, the newest first.</summary>
    public async Task<IReadOnlyList<Session>> OpenAsync(Guid person, CancellationToken cancel = default) =>
        [.. (await kept.BegunAsync(person, cancel)).Where(s => HolderOf(s) is not null).OrderByDescending(s => s.Since)];

    /// <summary>Ends every session of this person but the one they ask from.</summary>
    public async Task EndOthersAsync(Session mine)
    {
        ArgumentNullException.ThrowIfNull(mine);
        foreach (var other in (await OpenAsync(mine.Person)).Where(s => s.Key != mine.Key))
        {
            await kept.EndAsync(other.Person, other.Key);
        }
    }

    /// <summary>The person whose session this is, while it holds.</summary>
    public Rep? HolderOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return people.Find(session.Person)?.Stamp == session.Stamp
            && time.GetUtcNow() - session.Since < (session.Device is null ? Session.Longest : Session.LongestByPin)
            && (session.Device is not { } device || devices.IsActive(device))
            && !kept.Contains(session.Key)
                ? standing.Of(session.Person)
                : null;
    }

    /// <summary>The badge as it reads today; null when the session is over.</summary>
    public ClaimsPrincipal? Renew(ClaimsPrincipal user) =>
        Session.Of(user) is { } session && HolderOf(session) is { } rep ? Badge(rep, session) : null;

    /// <summary>While the store takes no writes people come in all the same; only their own list misses this one.</summary>
    private async Task WriteDownAsync(Session session)
    {
        try
        {
            await kept.BeginAsync(session);
        }
        catch (Exception trouble) when (trouble is DbException or { InnerException: DbException })
        {
            NotWrittenDown(trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A session began and could not be written down.")]
    private partial void NotWrittenDown(Exception trouble);

    private ClaimsPrincipal Badge(Rep rep, Session session) =>
        CallerClaims.OfPerson(rep, people.NameOf(rep.Number), Schemes.Cookie, session.Claims());
}
