using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>The rules as somebody sees them: the plan in force, its version, the hits of the week by lane where they are for the viewer, and what became of them, the newest first.</summary>
public sealed record RulesView(FloorPlan Plan, int Version, DateTimeOffset? At, ImmutableDictionary<string, int?> Hits, ImmutableArray<VersionLine> Versions, ImmutableArray<Rep> People)
{
    /// <summary>May publish; everybody else reads.</summary>
    public bool MayPublish { get; init; }

    /// <summary>Where everybody stands in the rules that rank by results.</summary>
    public ImmutableArray<StandingsView> Standings { get; init; } = [];

    /// <summary>What waits for a manager's answer, or what the viewer proposed; the oldest first.</summary>
    public ImmutableArray<ProposalLine> Proposals { get; init; } = [];

    /// <summary>The viewer.</summary>
    public RepId Me { get; init; }
}
