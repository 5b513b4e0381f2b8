using System.Collections.Concurrent;

namespace LeadDesk.App.Live;

/// <summary>Whose circuit it is: a browser that lost its connection asks for its circuit back by a secret, and must still be the same person.</summary>
public sealed class CircuitOwners(TimeProvider time)
{
    /// <summary>Longer than any lost circuit is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, Owner> owners = new(StringComparer.Ordinal);

    public int Count => owners.Count;

    public void Learn(string secret, Guid person, string connectionId) => owners[secret] = new(person, connectionId, null);

    public bool Owns(string secret, Guid person, string connectionId)
    {
        if (!owners.TryGetValue(secret, out var owner) || owner.Person != person)
        {
            return false;
        }

        owners[secret] = new(person, connectionId, null);
        return true;
    }

    public void Lost(string connectionId)
    {
        foreach (var (secret, owner) in owners)
        {
            if (owner.ConnectionId == connectionId)
            {
                owners.TryUpdate(secret, owner with { LostAt = time.GetUtcNow() }, owner);
            }
        }
    }

    public void Forget()
    {
        var before = time.GetUtcNow() - Kept;
        foreach (var pair in owners)
        {
            if (pair.Value.LostAt < before)
            {
                owners.TryRemove(pair);
            }
        }
    }

    private sealed record Owner(Guid Person, string ConnectionId, DateTimeOffset? LostAt);
}
