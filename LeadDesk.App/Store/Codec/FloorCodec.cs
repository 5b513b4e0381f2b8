using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Store.Codec;

/// <summary>
/// A whole floor as bytes and back, so that a start folds only the rest of the log. Everything that can be worked out from leads is left
/// out and worked out again; what customers typed stays with the personal data and is put back lead by lead.
/// </summary>
public static class FloorCodec
{
    /// <summary>Rises when the fold or this shape changes: older floors are then made anew from the log.</summary>
    public const int Version = 20;

    public static byte[] Write(SalesFloor floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return Pack(new FloorText(
            floor.Seq,
            floor.At,
            floor.Plan.Plan,
            [.. floor.People.Select(p => p with { Holdings = Holdings.None })],
            [.. floor.Leads.Values.OrderBy(l => l.ReceivedSeq).Select(l => Bare(l)!)],
            [.. floor.Ledgers.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => new LedgerText(l.Key, [.. l.Value.Accounts.OrderBy(a => a.Key).Select(a => new AccountText(a.Key, a.Value))]))],
            [.. floor.Tallies.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new TallyText(t.Key, t.Value.ByNumber))],
            floor.Expected,
            [.. floor.LaneMarks.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new MarkText(m.Key, m.Value))],
            [.. floor.Keys.All.Select(k => new KeptText(k.At, k.Value))],
            [.. floor.Closed.All.Select(c => new ClosedText(c.At, c.Key))],
            [.. floor.Undoables.All.Select(u => new UndoText(u.At, u.Key, [.. u.Value.Select(c => c with { Lead = Bare(c.Lead) })]))],
            floor.Pauses,
            floor.Proposals,
            floor.Answers,
            floor.Watch,
            floor.Day));
    }

    /// <summary>The floor of these bytes; facts, by the number of the event that gave them, and the day's secret come from the personal data.</summary>
    public static SalesFloor Read(byte[] bytes, Func<IReadOnlyCollection<long>, IReadOnlyDictionary<long, Facts>> factsAt, Func<DateOnly, string> secretOf)
    {
        ArgumentNullException.ThrowIfNull(factsAt);
        ArgumentNullException.ThrowIfNull(secretOf);
        var text = Unpack(bytes);
        var facts = factsAt([.. text.Leads.Concat(text.Undoables.SelectMany(u => u.Changes).Select(c => c.Lead).OfType<Lead>()).Select(l => l.FactsSeq).Distinct()]);
        Lead Whole(Lead lead) => lead with { Facts = facts.GetValueOrDefault(lead.FactsSeq, Facts.None) };
        return SalesFloor.Restore(
            text.Seq,
            text.At,
            text.Plan,
            text.People,
            text.Leads.Select(Whole),
            text.Ledgers.ToImmutableDictionary(l => l.Lane, l => new LaneLedger { Accounts = l.Accounts.ToImmutableDictionary(a => a.Rep, a => a.Account) }, StringComparer.Ordinal),
            text.Tallies.ToImmutableDictionary(t => t.Lane, t => new LaneTally(t.ByNumber), StringComparer.Ordinal),
            text.Expected,
            text.LaneMarks.ToImmutableDictionary(m => m.Version, m => m.Mark, StringComparer.Ordinal),
            text.Keys.Select(k => (k.At, k.Kept)),
            text.Closed.Select(c => (c.At, c.Lead)),
            text.Undoables.Select(u => (u.At, u.Action, u.Changes.Select(c => c with { Lead = c.Lead is { } was ? Whole(was) : null }).ToImmutableArray())),
            text.Pauses,
            text.Proposals,
            text.Answers,
            text.Watch,
            text.Day,
            secretOf(text.Day));
    }

    // A busy floor is tens of megabytes of text, and the desk waits while it goes to disk.
    private static byte[] Pack(FloorText text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, text, CodecOptions.Value);
        }

        return packed.ToArray();
    }

    private static FloorText Unpack(byte[] bytes)
    {
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<FloorText>(brotli, CodecOptions.Value)!;
    }

    private static Lead? Bare(Lead? lead) => lead is null ? null : lead with { Facts = Facts.None };

    private sealed record FloorText(long Seq, DateTimeOffset At, FloorPlan Plan, ImmutableArray<Rep> People, ImmutableArray<Lead> Leads,
        ImmutableArray<LedgerText> Ledgers, ImmutableArray<TallyText> Tallies, DayExpected Expected, ImmutableArray<MarkText> LaneMarks, ImmutableArray<KeptText> Keys, ImmutableArray<ClosedText> Closed, ImmutableArray<UndoText> Undoables, ImmutableArray<Pause> Pauses, ImmutableArray<Proposal> Proposals, AnswerTally Answers, WatchLog Watch, DateOnly Day);

    private sealed record LedgerText(string Lane, ImmutableArray<AccountText> Accounts);

    private sealed record TallyText(string Lane, ImmutableArray<Tally> ByNumber);

    private sealed record MarkText(string Version, LaneMark Mark);

    private sealed record AccountText(RepId Rep, Domain.Ledger.Account Account);

    private sealed record KeptText(DateTimeOffset At, Kept Kept);

    private sealed record ClosedText(DateTimeOffset At, LeadId Lead);

    private sealed record UndoText(DateTimeOffset At, Guid Action, ImmutableArray<Undoable> Changes);
}
