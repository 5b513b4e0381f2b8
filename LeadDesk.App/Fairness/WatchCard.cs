using System.Collections.Immutable;
using LeadDesk.Domain.Fairness;

namespace LeadDesk.App.Fairness;

/// <summary>One figure of the watch as one reader sees it: so many of so many on the whole floor, and the people the reader may see.</summary>
public sealed record WatchCard(WatchKind Kind, int Count, int Of, ImmutableArray<WatchPerson> People);
