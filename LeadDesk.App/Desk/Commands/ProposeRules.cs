using System.Collections.Immutable;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Somebody who works here proposes rules, and says why; a manager answers.</summary>
public sealed record ProposeRules(Actor Actor, Guid Id, ImmutableArray<Lane> Lanes, string Reason) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Of(round.Floor, Actor) is not { Terms: { Active: true, Role: not Role.Wallboard } } person)
        {
            return Decided.Of(new Refusal(RefusalCode.Forbidden), null);
        }

        if (round.Floor.Proposals.Count(p => p.By == person.Number && p.End is null) >= Proposal.MostOpen)
        {
            return new Decided(400) { Fault = ("lanes", $"{Proposal.MostOpen} of yours wait for an answer; take one back first.") };
        }

        var seq = round.NextSeq;
        round.Emit(new FloorEvent.RulesProposed(Id, Lanes));
        return new Decided(201) { Texts = [new TypedText(seq, null, PersonalTexts.Reason, Reason)] };
    }
}
