using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace LeadDesk.App.Account;

/// <summary>What a browser was asked to sign, kept here until it answers: each is good for one answer, within five minutes.</summary>
public sealed class PasskeyAsks(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan For = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Ask> asks = new(StringComparer.Ordinal);

    /// <summary>Under which name it is kept; person is whom it is for, null where that is to be found out.</summary>
    public string Keep(string state, Guid? person)
    {
        var now = time.GetUtcNow();
        if (asks.Count >= Most)
        {
            foreach (var old in asks.Where(a => a.Value.Until <= now || asks.Count >= Most))
            {
                asks.TryRemove(old.Key, out _);
            }
        }

        var name = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        asks[name] = new(state, person, now + For);
        return name;
    }

    /// <summary>Gives it out once; null where it is unknown, used, too old, or another person's.</summary>
    public string? Take(string name, Guid? person) =>
        asks.TryRemove(name, out var ask) && ask.Person == person && ask.Until > time.GetUtcNow() ? ask.State : null;

    private sealed record Ask(string State, Guid? Person, DateTimeOffset Until);
}
