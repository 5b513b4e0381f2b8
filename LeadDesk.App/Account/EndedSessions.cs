using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Store;
using Microsoft.AspNetCore.Identity;

namespace LeadDesk.App.Account;

/// <summary>Sessions that were signed out before their time: their cookie stays valid on paper, so they are remembered until it would have run out.</summary>
public sealed class EndedSessions(Pen pen, TimeProvider time)
{
    private const string Provider = "ended-session";
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

    private static DateTimeOffset Until(IdentityUserToken<Guid> row) => new(long.Parse(row.Value ?? "0", CultureInfo.InvariantCulture), TimeSpan.Zero);
}
