using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Ranking;

namespace LeadDesk.App.Rules;

/// <summary>Where everybody stands in a rule that ranks by results, as one reader sees it. Metric is what a top producer is measured by, null for other methods.</summary>
public sealed record StandingsView(LaneStandings Standings, string LaneName, string Method, string? Metric, string Sentence, ImmutableArray<StandingLine> Lines);
