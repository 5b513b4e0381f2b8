using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>The bodies of calls as the interface's own document describes them. Reading is done field by field, so that every fault is named.</summary>
internal static class Shapes
{
    public sealed record PresenceBody(Presence Presence);

    public sealed record OptInBody(string Lane, bool On, int? PerDay, string? Quiet);

    public sealed record NextBody(string? Lane);

    public sealed record CreditBody(bool Approve, string? Reason, long? Version);

    public sealed record ReasonBody(string? Reason, long? Version);

    public sealed record AttemptBody(Channel Channel, AttemptResult Result, string? Note, DateTimeOffset? NextAt, long? Version);

    public sealed record OutcomeBody(Outcome Outcome, decimal? Value, string? Reason, DateTimeOffset? NextAt, string? Keep, long? Version);

    public sealed record ParkBody(DateTimeOffset Until, long? Version);

    public sealed record RelabelBody(string? Product, string? Source, string? Region, string? Postcode, string? Country, string? Language, decimal? Value, RequestKind? RequestKind, long? Version);

    public sealed record TokenBody(string Name, Guid? Person, string? Source);

    public sealed record DeviceBody(string Name);

    public sealed record WallBody(string Name);

    public sealed record PinBody(string Password, string Pin);

    public sealed record LanesBody(System.Text.Json.Nodes.JsonArray Lanes, string Reason, int? Version);

    public sealed record ProposeLanesBody(System.Text.Json.Nodes.JsonArray Lanes, string Reason);

    public sealed record SeenBody(long Entry);

    public sealed record TryLanesBody(System.Text.Json.Nodes.JsonArray? Lanes, Guid? Lead, string? Source, string? Product, string? Region, string? Postcode, string? Country, string? Language, string? Company,
        int? CompanySize, string? Industry, decimal? Value, int? Score, RequestKind? RequestKind, bool? KnownCustomer, bool? Discreet);

    public sealed record DryRunBody(System.Text.Json.Nodes.JsonArray Lanes, int? Leads, int? Seed);

    public sealed record ReturnLanesBody(string? Reason, int? Version);

    public sealed record PersonBody(string? Name, string? Email, Role? Role, string[]? Teams, Dictionary<string, int>? Skills, string[]? Languages, string[]? Regions, System.Text.Json.Nodes.JsonObject? Shift, string? Location,
        int? WipLimit, System.Text.Json.Nodes.JsonObject? Caps, decimal? Weight, System.Text.Json.Nodes.JsonNode? Ramp, int? Seniority, bool? TakesLeads, bool? MayExport, System.Text.Json.Nodes.JsonObject? OptIn,
        System.Text.Json.Nodes.JsonArray? Leave, Guid? Cover, Guid? Coach, string? Password, string? Token, string? Pin, string? Reason);

    public sealed record DeactivateBody(OpenLeads? OpenLeads, Guid? To, string? Reason);

    public sealed record NoteBody(string Text);

    public sealed record AssignBody(Guid To, string Reason, bool? Force, string? Note, long? Version);

    public sealed record AssignManyBody(AssignManyItem[] Items, Guid To, string Reason, bool? Force, string? Note);

    public sealed record AssignManyItem(Guid LeadId, long? Version);

    public sealed record PauseBody(string Scope, DateTimeOffset Until, string? Message);

    public sealed record ResumeBody(string Scope);

    public sealed record HotTransferBody(IReadOnlyDictionary<string, string>? Script, string? Note, long? Version);

    public sealed record BookBody(Guid To, DateTimeOffset At, string? Note, long? Version);

    public sealed record HandOverBody(Guid To, string? Note, long? Version);

    public sealed record LeadBody(string? Name, string? Email, string? Phone, string? Product, string? Message, decimal? Value, string? Region, string? Postcode, string? Country, string? Language,
        string? Company, int? CompanySize, string? Industry, RequestKind? RequestKind, DateTimeOffset? SentAt, string? ExternalId, string? PreferredChannel, string? ContactHours, bool? Discreet, bool? Consent);
}
