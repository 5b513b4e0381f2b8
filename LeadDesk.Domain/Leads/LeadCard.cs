using System.Collections.Immutable;

namespace LeadDesk.Domain.Leads;

/// <summary>What one viewer may see of a lead: masking happens where this is made and nowhere else. Null = absent or not for these eyes.</summary>
public sealed record LeadCard
{
    public required Guid Id { get; init; }

    public long Version { get; init; }

    public LeadState State { get; init; }

    public string? Lane { get; init; }

    public Guid? OwnerId { get; init; }

    public string? OwnerName { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the present owner got it, UTC.</summary>
    public DateTimeOffset? OwnedAt { get; init; }

    public long AgeSeconds { get; init; }

    public string? Product { get; init; }

    public string? Source { get; init; }

    public string? Region { get; init; }

    /// <summary>Where the customer is, as they said it; for whoever may see all of the lead.</summary>
    public string? Country { get; init; }

    public decimal? Value { get; init; }

    public int? Score { get; init; }

    public RequestKind? RequestKind { get; init; }

    public ContactInstructions? Instructions { get; init; }

    public Due? Due { get; init; }

    public Due? OwnerDue { get; init; }

    /// <summary>Why the lead waits, in words; null when it does not.</summary>
    public string? Held { get; init; }

    public Contact? Contact { get; init; }

    public string? Message { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    public ImmutableArray<AttemptCard>? Attempts { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>Why the present owner got it, in one sentence; only for the owner and managers.</summary>
    public string? Why { get; init; }

    /// <summary>The lead waited more than seven days before it reached us.</summary>
    public bool SentLongAgo { get; init; }

    /// <summary>The claim of a lead that waits in an open pool or was passed by all on this viewer's board is allowed.</summary>
    public bool Takeable { get; init; }
}
