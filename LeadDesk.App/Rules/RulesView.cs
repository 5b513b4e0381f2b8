using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>The rules as somebody sees them: the plan in force, its version, the hits of the week by lane, and what became of them, the newest first.</summary>
public sealed record RulesView(FloorPlan Plan, int Version, DateTimeOffset? At, ImmutableDictionary<string, int> Hits, ImmutableArray<VersionLine> Versions, ImmutableArray<Rep> People)
{
    /// <summary>May publish; everybody else reads.</summary>
    public bool MayPublish { get; init; }
}
