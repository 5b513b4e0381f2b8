using System.Collections.Concurrent;

namespace LeadDesk.App.Account;

/// <summary>
/// Counts wrong PINs per person and device. Five shut the PIN there for five minutes; after the third time only the person's password
/// opens it again, so that four digits are not to be had by patience. A try counts before its answer is known, so a burst gains nothing.
/// </summary>
public sealed class PinTries(TimeProvider time)
{
    public const int Most = 5;
    public const int MostTimes = 3;
    public static readonly TimeSpan For = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(Guid Device, Guid Person), Count> counts = new();

    /// <summary>Counts one more try; or, when it is shut, until when (UTC): the end of time means until the password was given.</summary>
    public DateTimeOffset? Begin(Guid device, Guid person)
    {
        var now = time.GetUtcNow();
        var count = counts.AddOrUpdate((device, person), _ => Count.First, (_, c) => c.Next(now));
        return count.Refused ? count.Shut : null;
    }

    /// <summary>Until when it is shut (UTC); null while it is open.</summary>
    public DateTimeOffset? ShutUntil(Guid device, Guid person) =>
        counts.TryGetValue((device, person), out var count) && count.Shut > time.GetUtcNow() ? count.Shut : null;

    public void Clear(Guid device, Guid person) => counts.TryRemove((device, person), out _);

    /// <summary>The person has shown their password: they may try again wherever they are.</summary>
    public void ClearAll(Guid person)
    {
        foreach (var key in counts.Keys.Where(k => k.Person == person))
        {
            counts.TryRemove(key, out _);
        }
    }

    private sealed record Count(int Tries, int Times, DateTimeOffset? Shut, bool Refused)
    {
        public static Count First { get; } = new(1, 0, null, false);

        public Count Next(DateTimeOffset now)
        {
            if (Shut > now)
            {
                return this with { Refused = true };
            }

            var tries = Shut is null ? Tries + 1 : 1;
            return tries < Most ? new(tries, Times, null, false)
                : new(tries, Times + 1, Times + 1 < MostTimes ? now + For : DateTimeOffset.MaxValue, false);
        }
    }
}
