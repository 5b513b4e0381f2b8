using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The customer is on the line: ring at the seniors' desks, with what was asked.</summary>
public sealed record HandOverLive(Actor Actor, LeadId Lead, string? Said) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => string.IsNullOrWhiteSpace(Said) ? null : (PersonalTexts.Note, Said);

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Transfer(round, person, Lead);
}
