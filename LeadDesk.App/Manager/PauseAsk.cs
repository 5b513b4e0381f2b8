using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Manager;

/// <summary>A manager pauses a part of the intake until then (UTC); customers are told the notice.</summary>
public sealed record PauseAsk(PauseScope Scope, DateTimeOffset Until, string? Notice);
