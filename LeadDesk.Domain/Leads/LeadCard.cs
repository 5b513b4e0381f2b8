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

    /// <summary>What people wrote beside their attempts, the oldest first; only for the owner and managers.</summary>
    public ImmutableArray<NoteCard>? Notes { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>Until when it is its owner's, UTC; null = as long as they like.</summary>
    public DateTimeOffset? OwnedUntil { get; init; }

    /// <summary>A manager may give its owner more time.</summary>
    public bool MayExtend { get; init; }

    /// <summary>What its owner has to ask before the customer is handed over live; null = this lane hands nobody over.</summary>
    public ImmutableArray<string>? Script { get; init; }

    public TransferCard? Transfer { get; init; }

    /// <summary>A colleague who served this customer before; only for the owner of an open lead, where names may be told.</summary>
    public KnownBy? KnownBy { get; init; }

    /// <summary>Whether its turn is asked back, and what a manager said.</summary>
    public CreditBack? CreditBack { get; init; }

    /// <summary>It comes back at NextAt, first to whoever had it; false = to whoever the rules say; null = it is not for later.</summary>
    public bool? ComesBackToOwner { get; init; }

    /// <summary>Since when its customer wants to hear nothing more (UTC).</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Who stands by its owner, for the two of them and managers.</summary>
    public string? CoachName { get; init; }

    /// <summary>Why the present owner got it, in one sentence; only for the owner and managers.</summary>
    public string? Why { get; init; }

    /// <summary>The lead waited more than seven days before it reached us.</summary>
    public bool SentLongAgo { get; init; }

    /// <summary>The claim of a lead that waits in an open pool or was passed by all on this viewer's board is allowed.</summary>
    public bool Takeable { get; init; }

    /// <summary>The last attempt agreed on a visit, and its time is known.</summary>
    public bool HasVisit() => NextAt is not null && Attempts is { Length: > 0 } attempts && attempts.MaxBy(a => a.At)!.Result == AttemptResult.VisitSet;
}
