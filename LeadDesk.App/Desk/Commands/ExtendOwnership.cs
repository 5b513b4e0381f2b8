using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>A manager gives the owner of an account more time, once.</summary>
public sealed record ExtendOwnership(Actor Actor, LeadId Lead, string Reason) : LeadCommand(Actor, Lead)
{
    protected override (string Kind, string Text)? Typed => (PersonalTexts.Reason, Reason);

    protected override Refusal? Permit(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return Permissions.Leads(round.Floor, Actor);
    }

    protected override Refusal? Act(Round round, RepId person) => LeadLife.Extend(round, Lead);
}
