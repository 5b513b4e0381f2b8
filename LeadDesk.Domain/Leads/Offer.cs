using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>An exclusive offer to one rep. Its length is plain time, UTC.</summary>
public sealed record Offer(RepId Rep, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, int MoreTimes)
{
    /// <summary>Where the rep has longer than usual: when the usual time is over and the next one is asked beside them.</summary>
    public DateTimeOffset? NextAskedAt { get; init; }
}
