using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>Proposed rules as people read them: by whom, when (UTC) and why, the version they were made for, what they would change, and what became of them.</summary>
public sealed record ProposalLine(Proposal Proposal, string By, string? Reason, int Version, ImmutableArray<Lane> Lanes, ImmutableArray<string> Changes)
{
    public string? AnsweredBy { get; init; }

    public string? AnswerReason { get; init; }
}
