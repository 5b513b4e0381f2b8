using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>A receipt in a nutshell: how the lead came to its person, among how many, what decided, and who would have been next.</summary>
public sealed record Gist(TakeWay? Way, int Among, TieBreak? TieBreak, RepId? Next, bool Forced)
{
    /// <summary>Several pressed at the same moment, and the ledger decided between them.</summary>
    public bool PhotoFinish { get; init; }

    /// <summary>The gist of a receipt; Way is null for an offer that is still open.</summary>
    public static Gist? Of(Receipt? receipt, TakeWay? way)
    {
        if (receipt is null)
        {
            return null;
        }

        RepId? next = null;
        foreach (var candidate in receipt.Eligible)
        {
            if (candidate.Rep != receipt.Chosen)
            {
                next = candidate.Rep;
                break;
            }
        }

        return new(way, receipt.Eligible.Count, receipt.TieBreak, next, receipt.Forced is not null) { PhotoFinish = receipt is { PhotoFinishMs: not null, Eligible.Count: > 1 } };
    }
}
