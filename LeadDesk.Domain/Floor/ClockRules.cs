using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>What happens when a first answer is late, and how long a lost connection may last before its person counts as Away.</summary>
public sealed record ClockRules
{
    public ImmutableArray<int> WarnAtPercent { get; init; } = [50, 80];

    public bool TellManager { get; init; } = true;

    public bool Reclaim { get; init; } = true;

    public int GraceSeconds { get; init; } = 180;
}
