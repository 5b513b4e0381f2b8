using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>What somebody edited of a person, with the reason for a changed weight.</summary>
public sealed record PersonSave(PersonForm Form, RepId? Cover, RepId? Coach, string? Reason);
