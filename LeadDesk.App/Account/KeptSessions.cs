using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Store;
using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>
/// What the store keeps of sessions. Those begun, for their person to look through; and those that ended before their time: their cookie stays
/// valid on paper, so they are remembered until it would have run out.
/// </summary>
public sealed class KeptSessions(Pen pen, TimeProvider time)
{
    private const string Provider = "ended-session";
    private const string BegunProvider = "session";
    private readonly Lock turn = new();
    private volatile ImmutableHashSet<string> ended = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    public bool Contains(string session) => ended.Contains(session);

    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var kept = await pen.ReadAsync(db => db.UserTokenNamesAsync(Provider, cancel), cancel);
        lock (turn)
        {
            ended = ended.Union(kept);
        }
    }

    /// <summary>Those a person has begun within the longest time that one lasts, whether they still hold or not.</summary>
    public async Task<IReadOnlyList<Session>> BegunAsync(Guid person, CancellationToken cancel = default) =>
        [.. (await pen.ReadAsync(db => db.UserTokensAsync(person, BegunProvider), cancel)).Select(Read)];

    /// <summary>Writes one down; those of the same person that have run out are forgotten.</summary>
    public async Task BeginAsync(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var over = time.GetUtcNow() - Session.Longest;
        await pen.WriteAsync(
            async db =>
            {
                db.UserTokens.RemoveRange((await db.UserTokensAsync(session.Person, BegunProvider)).Where(t => Read(t).Since < over));
                db.UserTokens.Add(new() { UserId = session.Person, LoginProvider = BegunProvider, Name = session.Key, Value = string.Create(CultureInfo.InvariantCulture, $"{session.Since.UtcTicks} {session.Stamp} {session.Device}") });
                return session;
            },
            _ => { });
    }

    /// <summary>At once in memory, then on disk; older ones of the same person that have run out are forgotten.</summary>
    public async Task EndAsync(Guid person, string session)
    {
        lock (turn)
        {
            ended = ended.Add(session);
        }

        var now = time.GetUtcNow();
        await pen.WriteAsync(
            async db =>
            {
                var old = await db.UserTokensAsync(person, Provider);
                db.UserTokens.RemoveRange(old.Where(t => Until(t) < now));
                if (!old.Exists(t => t.Name == session))
                {
                    db.UserTokens.Add(new() { UserId = person, LoginProvider = Provider, Name = session, Value = (now + Session.Longest).UtcTicks.ToString(CultureInfo.InvariantCulture) });
                }

                return session;
            },
            _ => { });
    }

    private static Session Read(IdentityUserToken<Guid> row)
    {
        var parts = (row.Value ?? "").Split(' ');
        return new(row.UserId, row.Name, new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero), parts[1], Guid.TryParse(parts[2], out var device) ? device : null);
    }

    private static DateTimeOffset Until(IdentityUserToken<Guid> row) => new(long.Parse(row.Value ?? "0", CultureInfo.InvariantCulture), TimeSpan.Zero);
}
