using System.Collections.Immutable;
using LeadDesk.App.Admin;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>
/// New rules, with the reason for them. Basis is the plan that the lanes were made for: where another one has been published since, nothing
/// happens, so that nobody's change is lost unseen. Null = the editor was behind already. Lanes that say what is there publish nothing.
/// </summary>
public sealed record PublishLanes(Actor Actor, FloorPlan? Basis, ImmutableArray<Lane> Lanes, string Reason) : Command(Actor)
{
    /// <summary>The proposal that these rules were made of, if any: its author is told.</summary>
    public Guid? Proposal { get; init; }

    public override Decided Decide(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        if (Permissions.Leads(round.Floor, Actor) is { } no)
        {
            return Decided.Of(no, null);
        }

        var plan = round.Floor.Plan.Plan;
        if (!ReferenceEquals(Basis, plan))
        {
            return Decided.Of(new Refusal(RefusalCode.Stale), null);
        }

        var proposal = Proposal is { } id ? round.Floor.Proposals.FirstOrDefault(p => p.Id == id) : null;
        if (Proposal is not null && proposal is not { End: null })
        {
            return Decided.Of(new Refusal(proposal is null ? RefusalCode.Unknown : RefusalCode.WrongState), null);
        }

        var texts = ImmutableArray.CreateBuilder<TypedText>();
        if (!LaneList.Same(plan.Lanes, Lanes))
        {
            texts.Add(new TypedText(round.NextSeq, null, PersonalTexts.Reason, Reason));
            Engine.Publish(round, LaneList.Over(plan, Lanes));
        }

        if (proposal is not null)
        {
            texts.Add(new TypedText(round.NextSeq, null, PersonalTexts.Reason, Reason));
            round.Emit(new FloorEvent.ProposalClosed(proposal.Id, proposal.By, ProposalEnd.Published));
        }

        return new Decided(200) { Texts = texts.ToImmutable() };
    }
}
