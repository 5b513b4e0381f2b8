using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Manager;

/// <summary>A manager sets a person's presence; the person is told.</summary>
public sealed record PresenceAsk(Guid PersonId, Presence Presence);
