using System.Collections.Immutable;
using System.Text.Json;
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
    public const int Version = 1;

    public static byte[] Write(SalesFloor floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return JsonSerializer.SerializeToUtf8Bytes(new FloorText(
            floor.Seq,
            floor.At,
            floor.Plan.Plan,
            [.. floor.People.Select(p => p with { Holdings = Holdings.None })],
            [.. floor.Leads.Values.OrderBy(l => l.ReceivedSeq).Select(l => l with { Facts = Facts.None })],
            [.. floor.Ledgers.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => new LedgerText(l.Key, [.. l.Value.Accounts.OrderBy(a => a.Key).Select(a => new AccountText(a.Key, a.Value))]))],
            [.. floor.Keys.All.Select(k => new KeptText(k.At, k.Value))],
            [.. floor.Closed.All.Select(c => new ClosedText(c.At, c.Key))],
            floor.Day), CodecOptions.Value);
    }

    /// <summary>The floor of these bytes; facts and the day's secret come from the personal data.</summary>
    public static SalesFloor Read(byte[] bytes, Func<LeadId, Facts> factsOf, Func<DateOnly, string> secretOf)
    {
        ArgumentNullException.ThrowIfNull(factsOf);
        ArgumentNullException.ThrowIfNull(secretOf);
        var text = JsonSerializer.Deserialize<FloorText>(bytes, CodecOptions.Value)!;
        return SalesFloor.Restore(
            text.Seq,
            text.At,
            text.Plan,
            text.People,
            text.Leads.Select(l => l with { Facts = factsOf(l.Id) }),
            text.Ledgers.ToImmutableDictionary(l => l.Lane, l => new LaneLedger { Accounts = l.Accounts.ToImmutableDictionary(a => a.Rep, a => a.Account) }, StringComparer.Ordinal),
            text.Keys.Select(k => (k.At, k.Kept)),
            text.Closed.Select(c => (c.At, c.Lead)),
            text.Day,
            secretOf(text.Day));
    }

    private sealed record FloorText(long Seq, DateTimeOffset At, FloorPlan Plan, ImmutableArray<Rep> People, ImmutableArray<Lead> Leads,
        ImmutableArray<LedgerText> Ledgers, ImmutableArray<KeptText> Keys, ImmutableArray<ClosedText> Closed, DateOnly Day);

    private sealed record LedgerText(string Lane, ImmutableArray<AccountText> Accounts);

    private sealed record AccountText(RepId Rep, Domain.Ledger.Account Account);

    private sealed record KeptText(DateTimeOffset At, Kept Kept);

    private sealed record ClosedText(DateTimeOffset At, LeadId Lead);
}
