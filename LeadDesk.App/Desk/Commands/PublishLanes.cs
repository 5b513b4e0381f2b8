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

        if (LaneList.Same(plan.Lanes, Lanes))
        {
            return new Decided(200);
        }

        var seq = round.NextSeq;
        Engine.Publish(round, LaneList.Over(plan, Lanes));
        return new Decided(200) { Texts = [new TypedText(seq, null, PersonalTexts.Reason, Reason)] };
    }
}
