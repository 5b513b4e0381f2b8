using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Let an offer go to the next.</summary>
public sealed record Pass(Actor Actor, LeadId Lead, string? Reason) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => Reason is null ? null : (PersonalTexts.Reason, Reason);

    protected override bool Reaches => true;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Pass(round, person, Lead, ArrivedAt);
}
