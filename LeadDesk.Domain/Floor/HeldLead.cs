using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>A lead that no rule could place right now, and why, in words and as a tally of tests.</summary>
public sealed record HeldLead(Guid LeadId, string Lane, DateTimeOffset Since, string Reason, ImmutableArray<TallyLine> Tally)
{
    public HeldCause Cause { get; init; }
}
