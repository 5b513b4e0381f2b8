using LeadDesk.App.Api;
using LeadDesk.Domain.Intake;

namespace LeadDesk.App.Intake;

/// <summary>A lead that was read, or what is wrong with it, field by field.</summary>
public sealed record LeadJsonRead(LeadDraft? Draft, FieldErrors Errors);
