using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>Where leads come from. A duplicate is the same person and product within DuplicateHours.</summary>
public sealed record Source(string Key, string Name, string Kind)
{
    public string? AutoReply { get; init; }

    public int DuplicateHours { get; init; } = 24;

    /// <summary>The most calls a minute, for a public form from one network address; null = no limit for tokens, 60 for forms without one.</summary>
    public int? PerMinute { get; init; }

    /// <summary>The source's own names to our fields.</summary>
    public ImmutableSortedDictionary<string, string> Mapping { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
