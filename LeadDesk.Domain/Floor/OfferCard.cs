using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>An exclusive offer as its rep sees it. Next = who comes after a pass, null where names are off or nobody is.</summary>
public sealed record OfferCard(Guid LeadId, string Lane, string LaneName, DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, string Why, string? Next, Preview Preview, bool MoreTime)
{
    /// <summary>The usual time is over, and the next one may take it now, too.</summary>
    public bool NextAsked { get; init; }
}
