using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution;

/// <summary>Leads in line: by the lane's order and by age, because whatever the order, a lead older than the lane's limit goes first.</summary>
public sealed record LeadLine
{
    public static LeadLine Empty { get; } = new();

    private ImmutableSortedSet<QueueKey> InOrder { get; init; } = ImmutableSortedSet.Create(QueueKey.InOrder);

    /// <summary>Empty where the order is by age already.</summary>
    private ImmutableSortedSet<QueueKey> ByAge { get; init; } = ImmutableSortedSet.Create(QueueKey.ByAge);

    public bool IsEmpty => InOrder.IsEmpty;

    public int Count => InOrder.Count;

    public LeadLine Add(QueueKey key) => this with { InOrder = InOrder.Add(key), ByAge = key.Rank == 0 ? ByAge : ByAge.Add(key) };

    public LeadLine Remove(QueueKey key) => this with { InOrder = InOrder.Remove(key), ByAge = key.Rank == 0 ? ByAge : ByAge.Remove(key) };

    /// <summary>In the order in which they are given out: first whoever ran from before `starved`, the oldest first, then by the lane's order.</summary>
    public IEnumerable<QueueKey> From(DateTimeOffset starved)
    {
        var limit = starved.UtcTicks;
        foreach (var old in ByAge)
        {
            if (old.Age >= limit)
            {
                break;
            }

            yield return old;
        }

        foreach (var key in InOrder)
        {
            if (key.Rank == 0 || key.Age >= limit)
            {
                yield return key;
            }
        }
    }
}
