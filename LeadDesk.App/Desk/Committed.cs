using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>A commit: the floor before, the floor after, and what happened between.</summary>
public sealed record Committed(SalesFloor Before, SalesFloor After, ImmutableArray<Stamped> Events);
