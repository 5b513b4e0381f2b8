using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution;

/// <summary>Lanes in their order and by key.</summary>
internal sealed class FrozenLanes(ImmutableArray<LaneRules> inOrder)
{
    private readonly FrozenDictionary<string, LaneRules> byKey = inOrder.ToFrozenDictionary(l => l.Lane.Key, StringComparer.Ordinal);

    public ImmutableArray<LaneRules> InOrder => inOrder;

    public LaneRules? Find(string key) => byKey.GetValueOrDefault(key);
}
