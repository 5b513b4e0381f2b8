using System.Collections.Immutable;
using System.Globalization;

namespace LeadDesk.Domain.Distribution.Reach;

/// <summary>
/// Numbers and postcodes cut into the pieces that the filters of one floor can tell apart, so that they are compared like names. A piece
/// of a number line is named by its number, a piece of a postcode by its longest prefix that some lane names.
/// </summary>
internal sealed class Atoms(ImmutableArray<Lane> lanes)
{
    private readonly ImmutableSortedSet<string> prefixes =
        lanes.SelectMany(l => l.When.PostcodePrefix).ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The numbers from `atLeast` on and below `below`, by the cuts that all lanes make on this fact.</summary>
    public ValueSet Numbers(Func<LaneFilter, decimal?> atLeast, Func<LaneFilter, decimal?> below, LaneFilter when)
    {
        var (low, high) = (atLeast(when), below(when));
        if (low is null && high is null)
        {
            return ValueSet.Everything;
        }

        var cuts = lanes.SelectMany(l => new[] { atLeast(l.When), below(l.When) }).OfType<decimal>().ToImmutableSortedSet();
        return ValueSet.Of(Enumerable.Range(0, cuts.Count + 1)
            .Where(i => (low is not { } from || (i > 0 && cuts[i - 1] >= from)) && (high is not { } to || (i < cuts.Count && cuts[i] <= to)))
            .Select(i => i.ToString(CultureInfo.InvariantCulture)));
    }

    public ValueSet Postcodes(LaneFilter when) => when.PostcodePrefix.IsEmpty
        ? ValueSet.Everything
        : ValueSet.Of(prefixes.Where(p => when.PostcodePrefix.Any(w => p.StartsWith(w, StringComparison.OrdinalIgnoreCase))));
}
