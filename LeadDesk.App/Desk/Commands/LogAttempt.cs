using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A human tried to reach the customer.</summary>
public sealed record LogAttempt(Actor Actor, LeadId Lead, Channel Channel, AttemptResult Result, string? Note, DateTimeOffset? NextAt, Guid Id) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => Note is null ? null : (PersonalTexts.Note, Note);

    protected override Guid? Action => Id;

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Attempt(round, person, Lead, Channel, Result, NextAt, Id);
}
