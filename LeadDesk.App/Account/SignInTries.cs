using System.Collections.Concurrent;

namespace LeadDesk.App.Account;

/// <summary>
/// Counts tries per e-mail, known or not: after five within five minutes it is shut for five minutes. And per network address, whatever
/// e-mails it tries: thirty in five minutes. A try counts before its answer is known, so a burst gains nothing.
/// </summary>
public sealed class SignInTries(TimeProvider time)
{
    public const int Most = 5;
    public const int MostFromOneAddress = 30;
    public static readonly TimeSpan For = TimeSpan.FromMinutes(5);
    private const int Tidy = 1000;
    private readonly ConcurrentDictionary<string, Count> counts = new(StringComparer.Ordinal);
    private readonly Allowances addresses = new(time, For);

    /// <summary>Counts one more try from this network address; or, when it is shut, until when (UTC).</summary>
    public DateTimeOffset? BeginFrom(string address) => addresses.Take(address, MostFromOneAddress) is { } wait ? time.GetUtcNow() + wait : null;

    /// <summary>Whoever came in has tried nothing: a whole shop may begin its day behind one address.</summary>
    public void ClearFrom(string address) => addresses.GiveBack(address);

    /// <summary>Counts one more try; or, when it is shut, until when (UTC).</summary>
    public DateTimeOffset? Begin(string email)
    {
        var now = time.GetUtcNow();
        if (counts.Count > Tidy)
        {
            Forget(now);
        }

        var count = counts.AddOrUpdate(KeyOf(email), _ => new(1, now + For), (_, c) => c.Ends <= now ? new(1, now + For) : c.Tries < Most - 1 ? c with { Tries = c.Tries + 1 } : c.Next(now));
        return count.Tries > Most ? count.Ends : null;
    }

    /// <summary>Until when it is shut (UTC); null while it is open.</summary>
    public DateTimeOffset? ShutUntil(string email) =>
        counts.TryGetValue(KeyOf(email), out var count) && count.Tries >= Most && count.Ends > time.GetUtcNow() ? count.Ends : null;

    public void Clear(string email) => counts.TryRemove(KeyOf(email), out _);

    private static string KeyOf(string email) => PeopleDirectory.KeyOf(email.Length > 256 ? email[..256] : email);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, count) in counts)
        {
            if (count.Ends <= now)
            {
                counts.TryRemove(KeyValuePair.Create(key, count));
            }
        }
    }

    private sealed record Count(int Tries, DateTimeOffset Ends)
    {
        /// <summary>The fifth try shuts it from now on; the ones after it change nothing.</summary>
        public Count Next(DateTimeOffset now) => Tries < Most ? new(Most, now + For) : this with { Tries = Most + 1 };
    }
}
