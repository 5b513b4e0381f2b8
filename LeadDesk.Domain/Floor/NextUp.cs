using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>Who would get the next lead of a lane right now, in order; Why is what puts the first before the second. Nobody = nobody could have it.</summary>
public sealed record NextUp(string Lane, string Name, ImmutableArray<string> People, Distribution.TieBreak? Why);
