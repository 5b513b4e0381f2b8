using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>Proposed rules, and who has seen what became of the rules. Nothing is ever decided from it.</summary>
public sealed partial record SalesFloor
{
    /// <summary>What waits for an answer, and answers whose author has not seen them; the oldest first.</summary>
    public ImmutableArray<Proposal> Proposals { get; init; } = [];

    private SalesFloor Propose(FloorEvent.RulesProposed e, Stamped stamped) =>
        this with { Proposals = Proposals.Add(new(e.Id, stamped.Actor.Rep!.Value, stamped.At, stamped.Seq)) };

    private SalesFloor Answer(FloorEvent.ProposalClosed e, Stamped stamped) => this with
    {
        Proposals = e.Why == ProposalEnd.TakenBack
            ? Proposals.RemoveAll(p => p.Id == e.Id)
            : [.. Proposals.Select(p => p.Id == e.Id ? p with { End = e.Why, AnsweredBy = stamped.Actor.Rep, AnsweredAt = stamped.At, AnsweredSeq = stamped.Seq } : p)],
    };

    private SalesFloor See(RepId rep, long upTo) =>
        (this with { Proposals = Proposals.RemoveAll(p => p.By == rep && p.End is not null && p.AnsweredSeq <= upTo) }).Change(rep, r => r with { RulesSeen = Math.Max(r.RulesSeen, upTo) });
}
