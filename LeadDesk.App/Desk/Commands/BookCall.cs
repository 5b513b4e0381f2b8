using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The customer agreed to be called by a senior at a time.</summary>
public sealed record BookCall(Actor Actor, LeadId Lead, RepId To, DateTimeOffset At, string? Said) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => string.IsNullOrWhiteSpace(Said) ? null : (PersonalTexts.Note, Said);

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Book(round, person, Lead, To, At);
}
