using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>Among whom a lead was given or offered: each of them expected an even part of it. Seq is the log's number of that event, At its time (UTC).</summary>
public sealed record Expectation(long Seq, DateTimeOffset At, string Lane, ImmutableArray<RepId> Among)
{
    public static Expectation? Of(Receipt? receipt, long seq, DateTimeOffset at) =>
        receipt is null ? null : new(seq, at, receipt.Lane, [.. receipt.Eligible.Select(c => c.Rep)]);
}
