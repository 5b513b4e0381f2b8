using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>How a lead ended.</summary>
public sealed record SetOutcome(Actor Actor, LeadId Lead, Outcome Outcome, decimal? Value, string? Reason, Guid Id) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => Reason is null ? null : (PersonalTexts.Reason, Reason);

    protected override Guid? Action => Id;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Close(round, person, Lead, Outcome, Value, Id);
}
