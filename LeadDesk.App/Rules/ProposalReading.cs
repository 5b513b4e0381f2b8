using System.Collections.Immutable;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>Reads what was proposed and what became of it from the log, in words.</summary>
public sealed class ProposalReading(Records records, RulesHistory history, RuleDiff diff, RuleWording words, PeopleDirectory people)
{
    private const string Proposed = "proposed";
    private const string Closed = "proposal-closed";

    /// <summary>Whether a person may read a proposal: their own, and every one where they lead the floor.</summary>
    public static bool MaySee(SalesFloor floor, RepId viewer, Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(proposal);
        return proposal.By == viewer || (floor.Person(viewer).Terms.LeadsTheFloor && proposal.End is null);
    }

    /// <summary>What a person may read, the oldest first.</summary>
    public async Task<ImmutableArray<ProposalLine>> OfAsync(SalesFloor floor, RepId viewer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var lines = ImmutableArray.CreateBuilder<ProposalLine>();
        foreach (var proposal in floor.Proposals.Where(p => MaySee(floor, viewer, p)))
        {
            lines.Add(await LineAsync(floor, proposal, cancel));
        }

        return lines.ToImmutable();
    }

    /// <summary>One proposal. What waits is told as it differs from the rules in force, what was answered as it differed from those it was made for.</summary>
    public async Task<ProposalLine> LineAsync(SalesFloor floor, Proposal proposal, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(proposal);
        var stored = (await records.ActsAsync([Proposed], proposal.Seq - 1, proposal.Seq, cancel)).Single();
        var lanes = ((FloorEvent.RulesProposed)EventCodec.Read(stored).Event).Lanes;
        var basis = (await history.AllAsync(floor, cancel)).LastOrDefault(v => v.Seq <= proposal.Seq);
        var plan = proposal.End is null ? floor.Plan.Plan : basis?.Plan ?? FloorPlan.Empty;
        return new(proposal, people.NameOf(proposal.By), stored.PersonalText, basis?.Number ?? 0, lanes, diff.Of(plan, LaneList.Over(plan, lanes)))
        {
            AnsweredBy = proposal.AnsweredBy is { } by ? people.NameOf(by) : null,
            AnswerReason = proposal.End is null ? null : (await records.ActsAsync([Closed], proposal.AnsweredSeq - 1, proposal.AnsweredSeq, cancel)).SingleOrDefault()?.PersonalText,
        };
    }

    /// <summary>What a person has not seen yet; null = nothing. Several changes are told as one, and what was changed back is none.</summary>
    public async Task<RulesNews?> NewsAsync(SalesFloor floor, RepId viewer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var seen = floor.Person(viewer).RulesSeen;
        var all = await history.AllAsync(floor, cancel);
        VersionLine? change = null;
        if (all is [.., var last] && last.Number > 1 && last.Seq > seen)
        {
            var lines = diff.Of((all.LastOrDefault(v => v.Seq <= seen) ?? all[0]).Plan, last.Plan);
            change = lines.IsEmpty ? null : new(last.Number, last.At, last.By is { } by ? people.NameOf(by) : words["by-file"], last.Reason, lines);
        }

        var answers = ImmutableArray.CreateBuilder<ProposalLine>();
        foreach (var proposal in floor.Proposals.Where(p => p.By == viewer && p.End is not null))
        {
            answers.Add(await LineAsync(floor, proposal, cancel));
        }

        return change is null && answers.Count == 0 ? null
            : new(Math.Max(change is null ? 0 : all[^1].Seq, answers.Count == 0 ? 0 : answers.Max(a => a.Proposal.AnsweredSeq)), change, answers.ToImmutable());
    }
}
