using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>The customer wants to hear nothing more, on any channel; final.</summary>
public sealed record StopLead(Actor Actor, LeadId Lead, string? Reason) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => Reason is null ? null : (PersonalTexts.Reason, Reason);

    protected override Refusal? Permit(Round round) => null;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Stop(round, person, Lead);
}
