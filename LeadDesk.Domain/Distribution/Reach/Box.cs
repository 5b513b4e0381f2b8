using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution.Reach;

/// <summary>The leads that a filter takes: for each fact the values it may have, independent of one another.</summary>
internal sealed record Box(ImmutableArray<ValueSet> Facts)
{
    public bool IsEmpty => Facts.Any(f => f.IsEmpty);

    public Box And(Box other) => new([.. Facts.Select((f, i) => f.And(other.Facts[i]))]);

    /// <summary>What is left when the other is taken away: pieces that do not overlap.</summary>
    public IEnumerable<Box> Without(Box other)
    {
        if (And(other).IsEmpty)
        {
            yield return this;
            yield break;
        }

        var rest = Facts;
        for (var i = 0; i < rest.Length; i++)
        {
            var outside = rest[i].Without(other.Facts[i]);
            if (!outside.IsEmpty)
            {
                yield return new(rest.SetItem(i, outside));
            }

            rest = rest.SetItem(i, rest[i].And(other.Facts[i]));
        }
    }
}
