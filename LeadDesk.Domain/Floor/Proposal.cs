namespace LeadDesk.Domain.Floor;

/// <summary>
/// Rules that somebody proposed, until they are answered and the author has seen the answer. The lanes and the reason lie in the log at Seq,
/// the answer's reason at AnsweredSeq; times are UTC.
/// </summary>
public sealed record Proposal(Guid Id, RepId By, DateTimeOffset At, long Seq)
{
    /// <summary>So many of one person's may wait for an answer at once.</summary>
    public const int MostOpen = 5;

    /// <summary>What became of it; null = it waits.</summary>
    public ProposalEnd? End { get; init; }

    public RepId? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public long AnsweredSeq { get; init; }
}
