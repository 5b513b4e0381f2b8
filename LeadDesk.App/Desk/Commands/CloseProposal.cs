using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Proposed rules come to nothing: their author takes them back, or a manager declines them with a reason.</summary>
public sealed record CloseProposal(Actor Actor, Guid Id, ProposalEnd Why, string? Reason) : Command(Actor)
{
    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        var proposal = round.Floor.Proposals.FirstOrDefault(p => p.Id == Id);
        if (Permissions.Of(round.Floor, Actor) is not { Terms.Active: true } person || (Why != ProposalEnd.TakenBack && !person.Terms.LeadsTheFloor))
        {
            return Decided.Of(new Refusal(RefusalCode.Forbidden), null);
        }

        if (proposal is null || (Why == ProposalEnd.TakenBack && proposal.By != person.Number))
        {
            return Decided.Of(new Refusal(RefusalCode.Unknown), null);
        }

        if (proposal.End is not null)
        {
            return Decided.Of(new Refusal(RefusalCode.WrongState), null);
        }

        var seq = round.NextSeq;
        round.Emit(new FloorEvent.ProposalClosed(Id, proposal.By, Why));
        return new Decided(200) { Texts = string.IsNullOrWhiteSpace(Reason) ? [] : [new TypedText(seq, null, PersonalTexts.Reason, Reason)] };
    }
}
