using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>A customer on the line who rings at the seniors' desks since At until EndsAt (UTC); the owner keeps the lead until one of them takes it.</summary>
public sealed record HotTransfer(DateTimeOffset At, DateTimeOffset EndsAt, ImmutableArray<RepId> To, ImmutableArray<RepId> Declined, TransferEnd? End)
{
    public bool IsOpen => End is null;

    /// <summary>Whether it rings at this person's desk.</summary>
    public bool Rings(RepId rep) => IsOpen && To.Contains(rep) && !Declined.Contains(rep);
}
