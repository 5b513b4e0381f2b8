using System.Collections.Immutable;

namespace LeadDesk.Domain.Ledger;

/// <summary>
/// Exact sharing of one lead. Amounts are whole units, so equal shares among up to 40 people are exact and a tie is a real tie
/// (greedy fair carpooling: Fagin &amp; Williams 1983; Ajtai et al. 1998).
/// </summary>
public static class Share
{
    /// <summary>One lead: the least common multiple of 1 to 40.</summary>
    public const long One = 5_342_931_457_063_200;

    /// <summary>Each sharer's part by weight, rounded down; left-over units go to the largest remainders, then to the longest since last received, then by place in the list: give it in the order of the dice.</summary>
    public static ImmutableArray<Slice> Split(IReadOnlyList<Sharer> sharers)
    {
        ArgumentNullException.ThrowIfNull(sharers);
        ArgumentOutOfRangeException.ThrowIfZero(sharers.Count, nameof(sharers));
        UInt128 weights = 0;
        foreach (var sharer in sharers)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sharer.Weight, nameof(sharers));
            weights += (UInt128)sharer.Weight;
        }

        var parts = new long[sharers.Count];
        var rests = new UInt128[sharers.Count];
        var left = One;
        for (var i = 0; i < parts.Length; i++)
        {
            (var part, rests[i]) = UInt128.DivRem((UInt128)One * (UInt128)sharers[i].Weight, weights);
            parts[i] = (long)part;
            left -= parts[i];
        }

        if (left > 0)
        {
            var order = Enumerable.Range(0, parts.Length)
                .OrderByDescending(i => rests[i]).ThenBy(i => sharers[i].LastReceived).ThenBy(i => i);
            foreach (var i in order.Take((int)left))
            {
                parts[i]++;
            }
        }

        return [.. sharers.Select((s, i) => new Slice(s.Rep, parts[i]))];
    }
}
