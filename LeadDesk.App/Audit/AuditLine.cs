using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Audit;

/// <summary>
/// One event of the log as an auditor reads it: who did what with whose lead before and after. Actor, Lane and Reason are the log's own
/// codes; Who, What and the names are words. About is the person whom the event concerns where no column names them.
/// </summary>
public sealed record AuditLine
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Act { get; init; }

    public string? Actor { get; init; }

    public Guid? By { get; init; }

    public string? ByName { get; init; }

    /// <summary>The person, the source, or the desk itself.</summary>
    public required string Who { get; init; }

    public required string What { get; init; }

    public string? Via { get; init; }

    public Guid? Lead { get; init; }

    public Guid? About { get; init; }

    public string? AboutName { get; init; }

    public string? From { get; init; }

    public string? FromName { get; init; }

    public string? To { get; init; }

    public string? ToName { get; init; }

    public string? Lane { get; init; }

    public string? LaneName { get; init; }

    public string? Reason { get; init; }

    public long? Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>The desk or a person chose somebody: there is a receipt.</summary>
    public bool Decided { get; init; }

    /// <summary>The owner is another one after it.</summary>
    public bool Moves => From != To;

    /// <summary>Whom a floor event concerns, or to whom a lead was put; null where the columns say it.</summary>
    internal static RepId? Concerns(FloorEvent? step) => step switch
    {
        FloorEvent.PersonSet e => e.Rep,
        FloorEvent.ProposalClosed e => e.By,
        FloorEvent.RulesSeen e => e.Rep,
        FloorEvent.PresenceSet e => e.Rep,
        FloorEvent.OptInSet e => e.Rep,
        FloorEvent.ConnectionChanged e => e.Rep,
        FloorEvent.PersonSwitched e => e.Rep,
        FloorEvent.PersonUndone e => e.Rep,
        Domain.Leads.LeadEvent.Offered e => e.Rep,
        Domain.Leads.LeadEvent.OfferEnded e => e.Rep,
        _ => null,
    };
}
