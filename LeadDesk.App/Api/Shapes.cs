using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>The bodies of calls as the interface's own document describes them. Reading is done field by field, so that every fault is named.</summary>
internal static class Shapes
{
    public sealed record PresenceBody(Presence Presence);

    public sealed record OptInBody(string Lane, bool On, int? PerDay);

    public sealed record NextBody(string? Lane);

    public sealed record ReasonBody(string? Reason, long? Version);

    public sealed record AttemptBody(Channel Channel, AttemptResult Result, string? Note, DateTimeOffset? NextAt, long? Version);

    public sealed record OutcomeBody(Outcome Outcome, decimal? Value, string? Reason, long? Version);

    public sealed record ParkBody(DateTimeOffset Until, long? Version);

    public sealed record RelabelBody(string? Product, string? Region, string? Postcode, string? Country, string? Language, decimal? Value, RequestKind? RequestKind, long? Version);

    public sealed record TokenBody(string Name, Guid? Person, string? Source);

    public sealed record LanesBody(System.Text.Json.Nodes.JsonArray Lanes, string Reason, int? Version);

    public sealed record TryLanesBody(System.Text.Json.Nodes.JsonArray? Lanes, Guid? Lead, string? Source, string? Product, string? Region, string? Postcode, string? Country, string? Language, string? Company,
        int? CompanySize, decimal? Value, int? Score, RequestKind? RequestKind, bool? KnownCustomer, bool? Discreet);

    public sealed record ReturnLanesBody(string? Reason, int? Version);

    public sealed record NoteBody(string Text);

    public sealed record AssignBody(Guid To, string Reason, bool? Force, string? Note, long? Version);

    public sealed record HandOverBody(Guid To, string? Note, long? Version);

    public sealed record LeadBody(string? Name, string? Email, string? Phone, string? Product, string? Message, decimal? Value, string? Region, string? Postcode, string? Country, string? Language,
        string? Company, int? CompanySize, string? Industry, RequestKind? RequestKind, DateTimeOffset? SentAt, string? ExternalId, string? PreferredChannel, string? ContactHours, bool? Discreet, bool? Consent);
}
