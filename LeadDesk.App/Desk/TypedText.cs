using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What somebody typed with an event: it goes to the personal data under the event's number. Lead is null for what is no lead's.</summary>
public sealed record TypedText(long Seq, LeadId? Lead, string Kind, string Text);
