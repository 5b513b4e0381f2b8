using System.Collections.Immutable;
using LeadDesk.Domain.Fairness;

namespace LeadDesk.App.Fairness;

/// <summary>
/// The fairness watch as one reader sees it. Managers see everybody; everybody else sees what managers see of them, beside the others
/// together. Left behind and its values are for managers alone: a value is part of a lead.
/// </summary>
public sealed record WatchView(DateOnly From, DateOnly Until, int Days, bool OfEverybody, ImmutableArray<WatchCard> Cards, ImmutableArray<WatchLane> LeftBehind, ImmutableArray<WatchGiven> Given)
{
    /// <summary>What lanes and sources call themselves, by key.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public string NameOf(string key) => Names.TryGetValue(key, out var name) ? name : key;
}
