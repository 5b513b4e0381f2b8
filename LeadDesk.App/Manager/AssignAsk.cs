using System.Collections.Immutable;

namespace LeadDesk.App.Manager;

/// <summary>A manager moves one or several leads to a person; the reason is a note for the next holder. Force overrides a hard block and is marked in the receipt.</summary>
public sealed record AssignAsk(ImmutableArray<LeadSeen> Leads, Guid PersonId, string? Reason, bool Force = false);
