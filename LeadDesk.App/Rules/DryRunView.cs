using System.Collections.Immutable;

namespace LeadDesk.App.Rules;

/// <summary>The last leads once more, under the rules in force and under a draft. Moves holds the first of `Moved`; Enough = there were as many leads as were asked for.</summary>
public sealed record DryRunView(
    int Leads,
    bool Enough,
    DateTimeOffset? From,
    DateTimeOffset? To,
    DryRunFigures Before,
    DryRunFigures After,
    ImmutableArray<DryRunLane> Lanes,
    int Moved,
    ImmutableArray<DryRunMove> Moves,
    string Sentence,
    string Caveat);
