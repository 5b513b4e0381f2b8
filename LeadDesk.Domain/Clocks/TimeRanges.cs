using System.Collections.Immutable;

namespace LeadDesk.Domain.Clocks;

/// <summary>The ranges of one day in their only form: sorted, with touching and overlapping ones merged.</summary>
internal static class TimeRanges
{
    public static ImmutableArray<TimeRange> Merge(ImmutableArray<TimeRange> ranges)
    {
        var merged = new List<TimeRange>();
        foreach (var range in (ranges.IsDefault ? [] : ranges).OrderBy(range => range.Start))
        {
            if (range.Start < TimeSpan.Zero || range.End <= range.Start || range.End > TimeSpan.FromHours(24))
            {
                throw new ArgumentException($"{range} is not a span of one day", nameof(ranges));
            }

            if (merged.Count > 0 && range.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = range.End > merged[^1].End ? range.End : merged[^1].End };
            }
            else
            {
                merged.Add(range);
            }
        }

        return [.. merged];
    }
}
