using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Intake;

/// <summary>A lead as its source told it, before anybody judged it: the label, the person, when it was sent (UTC) and the source's own id for it.</summary>
public sealed record LeadDraft
{
    public required Facts Facts { get; init; }

    public required LeadPerson Person { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>What was taken although it looks odd, in words that name the field.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
