using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution;

/// <summary>
/// The waiting leads of one lane. Leads of one group (same ring, nobody excluded) are open to the same people, so that a decision looks at
/// the heads of groups only and never walks through what waits. Marked leads, which some people may not have again, are looked at one by one.
/// </summary>
public sealed record Backlog
{
    public static Backlog Empty { get; } = new();

    public ImmutableSortedDictionary<QueueGroup, LeadLine> Groups { get; init; } = ImmutableSortedDictionary<QueueGroup, LeadLine>.Empty;

    public int Count { get; init; }

    public Backlog Add(QueueGroup group, QueueKey key) => this with
    {
        Groups = Groups.SetItem(group, Groups.GetValueOrDefault(group, LeadLine.Empty).Add(key)),
        Count = Count + 1,
    };

    public Backlog Remove(QueueGroup group, QueueKey key)
    {
        var line = Groups[group].Remove(key);
        return this with { Groups = line.IsEmpty ? Groups.Remove(group) : Groups.SetItem(group, line), Count = Count - 1 };
    }
}
