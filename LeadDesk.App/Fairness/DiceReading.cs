using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Rules;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Store.Rows;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Fairness;

/// <summary>
/// The open dice: each day's hash from its first moment, its secret once the next day has come, and every draw of a past day with all that
/// is needed to make it anew. Anybody who works here may check; names are shown as the lane's rules allow.
/// </summary>
public sealed class DiceReading(Calls calls, Records records, EventLog log, RulesHistory rules, PeopleDirectory people, DeskWording words, ReceiptReading receipts)
{
    /// <summary>The most recent draws of a day that are listed; older ones are found by their number.</summary>
    public const int MostDraws = 500;

    private static readonly string[] Decides = ["offered", "taken"];

    private volatile Seen seen = new(0, []);

    /// <summary>All days, the newest first. Read once, then only what is new.</summary>
    public async Task<ImmutableArray<DiceDay>> DaysAsync(CancellationToken cancel = default)
    {
        var (floor, known) = (calls.Floor, seen);
        if (known.Seq < floor.Seq)
        {
            var days = (await records.DaysAsync(known.Seq, floor.Seq, cancel)).Select(Day).ToList();
            seen = known = new(floor.Seq, known.Days.AddRange(days));
        }

        // The last one's secret is in use; it stays shut until the next day's dice have come.
        return [.. known.Days.Select((d, i) => i == known.Days.Length - 1 ? d with { Secret = null, Salt = null } : d).Reverse()];
    }

    /// <summary>The draws of a day whose secret is open, the newest first; null for a day whose secret is not, or of which there were no dice.</summary>
    public async Task<IReadOnlyList<DiceDrawLine>?> DrawsAsync(RepId viewer, DateOnly day, CancellationToken cancel = default)
    {
        var days = await DaysAsync(cancel);
        var at = days.Index().FirstOrDefault(d => d.Item.Day == day, (-1, null!)).Index;
        if (at < 0 || !days[at].IsOpen)
        {
            return null;
        }

        var events = await records.ActsAsync(Decides, days[at].Seq, at == 0 ? long.MaxValue : days[at - 1].Seq, cancel);
        return
        [
            .. events.Reverse().Select(Decision.Of).OfType<Decision>().Where(d => d.Receipt.TieBreak == TieBreak.T4 && IsOver(d)).Take(MostDraws)
                .Select(d => new DiceDrawLine(d.Seq, d.At, words.LaneName(calls.Floor, d.Receipt.Lane, d.Receipt.LaneVersion), IsLot(d.Receipt), d.Receipt.Eligible.Count, NameOf(viewer, d, d.Receipt.Eligible[0].Rep), d.Receipt.Eligible[0].Rep == viewer)),
        ];
    }

    /// <summary>One draw with its throws; null where the number is none of a past day's draws.</summary>
    public async Task<DiceDraw?> DrawAsync(RepId viewer, long entry, CancellationToken cancel = default)
    {
        if (entry < 1 || log.ReadFrom(entry - 1, 1).FirstOrDefault() is not { } stored || stored.Seq != entry || Decision.Of(stored) is not { Receipt.TieBreak: TieBreak.T4 } decision || !IsOver(decision)
            || (await DaysAsync(cancel)).FirstOrDefault(d => d.Seq < entry) is not { Secret: { } secret } day)
        {
            return null;
        }

        var receipt = decision.Receipt;
        var (isLot, isWeighted) = (IsLot(receipt), IsLot(receipt) && await IsWeightedAsync(receipt, entry, cancel));
        var key = Convert.FromHexString(secret);
        var throws = receipt.Eligible.Select((c, i) => Throw(viewer, decision, key, c, i + 1, isLot || c.Balance == receipt.Eligible[0].Balance)).ToImmutableArray();
        if (isWeighted)
        {
            var weights = await WeightsAsync(entry, cancel);
            throws = [.. throws.Select(t => t with { Weight = weights.GetValueOrDefault(t.Number) })];
        }

        return new(entry, decision.At, day, receipt.Lane, words.LaneName(calls.Floor, receipt.Lane, receipt.LaneVersion), receipt.LaneVersion, receipt.Method, isLot, isWeighted, throws, Holds(throws, isLot, isWeighted));
    }

    /// <summary>Dice order a whole lot; of a tie they only say who of the first two comes first.</summary>
    private static bool Holds(ImmutableArray<DiceThrow> throws, bool isLot, bool isWeighted)
    {
        static double Key(DiceThrow t) => Math.Log(Dice.Chance(t.Value)) / t.Weight!.Value;
        var pairs = throws.Zip(throws.Skip(1)).Take(isLot ? throws.Length : 1);
        return pairs.All(p => isWeighted ? Key(p.First) >= Key(p.Second) : p.First.Value < p.Second.Value);
    }

    private static bool IsLot(Receipt receipt) => Catalogue.Find(receipt.Method)?.Ranking is ByLot;

    private static DiceDay Day((EventRow Event, PersonalRow? Text) row)
    {
        var opened = (FloorEvent.DayOpened)EventCodec.Read(new StoredEvent(row.Event.Seq, row.Event.At, row.Event.Actor, row.Event.Via, row.Event.Act, null, row.Event.Body, null)).Event;
        return new(
            opened.Day,
            row.Event.Seq,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Event.At),
            row.Text is { } text ? Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(text.Text))) : null,
            row.Event.Pii,
            row.Text?.Text,
            row.Text is { } salted ? Convert.ToHexStringLower(salted.Salt) : null);
    }

    private DiceThrow Throw(RepId viewer, Decision decision, byte[] key, Candidate candidate, int rank, bool inDraw)
    {
        var message = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(message, decision.Seq);
        BinaryPrimitives.WriteInt64BigEndian(message.AsSpan(8), candidate.Rep.Number);
        return new(
            calls.Floor.Person(candidate.Rep).Id, candidate.Rep.Number, NameOf(viewer, decision, candidate.Rep), candidate.Rep == viewer, rank, candidate.Balance,
            Convert.ToHexStringLower(message), Convert.ToHexStringLower(HMACSHA256.HashData(key, message)), Dice.Throw(key, decision.Seq, candidate.Rep), inDraw);
    }

    private string? NameOf(RepId viewer, Decision decision, RepId rep) => receipts.MayName(viewer, rep, decision.Receipt.Lane, decision.Receipt.LaneVersion) ? people.NameOf(rep) : null;

    /// <summary>A draw whose offer is still open is nobody's to read yet.</summary>
    private bool IsOver(Decision decision) => calls.Floor.Find(decision.Lead) is not { Offer: not null, Entry: { } open } || open.Number != decision.Seq;

    private async Task<bool> IsWeightedAsync(Receipt receipt, long entry, CancellationToken cancel) =>
        (await rules.AllAsync(cancel: cancel)).LastOrDefault(v => v.Seq < entry)?.Plan is { } then && new LanePlan(then).Find(receipt.Lane)?.Of(ByLot.Weighted) == true;

    /// <summary>Everybody's weight as it was agreed just before an event.</summary>
    private async Task<Dictionary<int, long>> WeightsAsync(long entry, CancellationToken cancel)
    {
        var weights = new Dictionary<int, long>();
        foreach (var set in (await records.ActsAsync(["person"], 0, entry, cancel)).Select(EventCodec.Read).Select(s => (FloorEvent.PersonSet)s.Event))
        {
            weights[set.Rep.Number] = set.Terms.Weight;
        }

        return weights;
    }

    private sealed record Seen(long Seq, ImmutableArray<DiceDay> Days);
}
