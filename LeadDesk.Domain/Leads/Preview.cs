namespace LeadDesk.Domain.Leads;

/// <summary>What a lane reveals of a lead before somebody has it; every member is null where the lane reveals nothing.</summary>
public sealed record Preview
{
    public string? Product { get; init; }

    public string? Source { get; init; }

    public string? Region { get; init; }

    public decimal? Value { get; init; }

    public RequestKind? RequestKind { get; init; }

    public ContactInstructions? Instructions { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public Due? Due { get; init; }
}
