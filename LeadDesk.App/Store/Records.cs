using System.Collections.Immutable;
using System.Security.Cryptography;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Store.Rows;
using LeadDesk.Domain.Leads;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Reads what stands behind and beside the log, for screens and at start; nothing is decided from it.</summary>
public sealed class Records(Pen pen)
{
    private const string ContactKey = "contact-key";

    /// <summary>The steps of a lead, oldest first, as the log has them.</summary>
    public Task<IReadOnlyList<EventRow>> StepsAsync(Guid lead, CancellationToken cancel = default) => pen.ReadAsync(
        async db => (IReadOnlyList<EventRow>)await db.LeadSteps.AsNoTracking().Where(s => s.Lead == lead).Join(db.Log, s => s.Seq, e => e.Seq, (_, e) => e).OrderBy(e => e.Seq).ToListAsync(cancel),
        cancel);

    /// <summary>A lead that has left the floor; null where there is none.</summary>
    public Task<LeadRow?> ClosedAsync(Guid lead, CancellationToken cancel = default) =>
        pen.ReadAsync(db => db.Leads.AsNoTracking().FirstOrDefaultAsync(l => l.Id == lead, cancel), cancel);

    /// <summary>The entries of a lane's ledger after a number; with a person, those they have a share in.</summary>
    public Task<IReadOnlyList<LedgerRow>> LedgerAsync(string lane, int? rep, long after, int most, CancellationToken cancel = default) => pen.ReadAsync(
        async db => (IReadOnlyList<LedgerRow>)await (rep is { } only ? Of(db, lane, only) : db.Ledger.AsNoTracking().Where(l => l.Lane == lane)).Where(l => l.Seq > after).OrderBy(l => l.Seq).Take(most).ToListAsync(cancel),
        cancel);

    /// <summary>Shares are written as [[number,amount],…]: a number stands right behind its bracket, so that 7 is not found in 17.</summary>
    private static IQueryable<LedgerRow> Of(LeadDeskContext db, string lane, int rep) =>
        db.Ledger.AsNoTracking().Where(l => l.Lane == lane && EF.Functions.Like(l.Shares, $"%[{rep},%"));

    /// <summary>
    /// A person's entries in a lane, as they were booked or as they were struck, up to a number of the log: at most so many of each, the newest
    /// first. Without a most, everything from that number on.
    /// </summary>
    public Task<IReadOnlyList<LedgerRow>> AccountAsync(string lane, int rep, long before, int? most, CancellationToken cancel = default) => pen.ReadAsync(
        async db =>
        {
            var mine = Of(db, lane, rep);
            var booked = most is { } few ? mine.Where(l => l.Seq < before).OrderByDescending(l => l.Seq).Take(few) : mine.Where(l => l.Seq >= before);
            var struck = most is { } more ? mine.Where(l => l.StruckBy < before).OrderByDescending(l => l.StruckBy).Take(more) : mine.Where(l => l.StruckBy >= before);
            var found = await booked.ToListAsync(cancel);
            found.AddRange((await struck.ToListAsync(cancel)).ExceptBy(found.Select(l => l.Seq), l => l.Seq));
            return (IReadOnlyList<LedgerRow>)found;
        },
        cancel);

    /// <summary>The days whose dice came after one number of the log up to another, oldest first, each with what was committed to and what opens it.</summary>
    public Task<IReadOnlyList<(EventRow Event, PersonalRow? Text)>> DaysAsync(long after, long upTo, CancellationToken cancel = default) => pen.ReadAsync(
        async db =>
        {
            var rows = await (
                from e in db.Log.AsNoTracking()
                where e.Seq > after && e.Seq <= upTo && e.Act == "day"
                orderby e.Seq
                join p in db.Personal on e.Seq equals p.Seq into texts
                from text in texts.DefaultIfEmpty()
                select new { Event = e, Text = text }).ToListAsync(cancel);
            return (IReadOnlyList<(EventRow, PersonalRow?)>)[.. rows.Select(r => (r.Event, r.Text))];
        },
        cancel);

    /// <summary>The secret of the dice that was in force at a number of the log; null before the first day.</summary>
    public Task<string?> DiceAsync(long seq, CancellationToken cancel = default) => pen.ReadAsync(
        db => db.Personal.AsNoTracking().Where(p => p.Kind == PersonalTexts.Dice && p.Seq <= seq).OrderByDescending(p => p.Seq).Select(p => p.Text).FirstOrDefaultAsync(cancel),
        cancel);

    /// <summary>The events of these kinds after one number up to another, oldest first, with the personal text that still stands beside them.</summary>
    public Task<IReadOnlyList<StoredEvent>> ActsAsync(IReadOnlyCollection<string> acts, long after, long upTo, CancellationToken cancel = default) => pen.ReadAsync(
        async db => (IReadOnlyList<StoredEvent>)await (
            from e in db.Log.AsNoTracking()
            where e.Seq > after && e.Seq <= upTo && acts.Contains(e.Act)
            orderby e.Seq
            join p in db.Personal on e.Seq equals p.Seq into texts
            from text in texts.DefaultIfEmpty()
            select new StoredEvent(e.Seq, e.At, e.Actor, e.Via, e.Act, e.Lead, e.Body, text == null ? null : text.Text)).ToListAsync(cancel),
        cancel);

    /// <summary>The newest events of a kind before a number, the newest first, with the personal text that still stands beside them.</summary>
    public Task<IReadOnlyList<StoredEvent>> NewestAsync(string act, int most, long before, CancellationToken cancel = default) => pen.ReadAsync(
        async db => (IReadOnlyList<StoredEvent>)await (
            from e in db.Log.AsNoTracking().Where(e => e.Seq < before && e.Act == act).OrderByDescending(e => e.Seq).Take(most)
            join p in db.Personal on e.Seq equals p.Seq into texts
            from text in texts.DefaultIfEmpty()
            orderby e.Seq descending
            select new StoredEvent(e.Seq, e.At, e.Actor, e.Via, e.Act, e.Lead, e.Body, text == null ? null : text.Text)).ToListAsync(cancel),
        cancel);

    /// <summary>How many leads entered each lane since a moment, by its key.</summary>
    public Task<ImmutableDictionary<string, int>> EnteredAsync(DateTimeOffset since, CancellationToken cancel = default) => pen.ReadAsync(
        async db =>
        {
            var from = await FirstSinceAsync(db, since.ToUnixTimeMilliseconds(), cancel);
            var counts = await db.Log.AsNoTracking().Where(e => e.Seq >= from && e.Act == "entered" && e.Reason != nameof(WaitCause.LanesChanged) && e.Reason != nameof(WaitCause.Resumed))
                .GroupBy(e => e.Lane!).Select(g => new { Lane = g.Key, Count = g.Count() }).ToListAsync(cancel);
            return counts.GroupBy(c => c.Lane.Split('@')[0], StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.Ordinal);
        },
        cancel);

    /// <summary>The first number of the log at or after a time: the log's times never decrease, so halving finds it without an index.</summary>
    private static async Task<long> FirstSinceAsync(LeadDeskContext db, long at, CancellationToken cancel)
    {
        var (low, high) = (1L, (await db.Log.AsNoTracking().MaxAsync(e => (long?)e.Seq, cancel) ?? 0) + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await db.Log.AsNoTracking().Where(e => e.Seq == middle).Select(e => e.At).SingleAsync(cancel) < at)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The secret with which contacts are hashed; made once for a store.</summary>
    public async Task<byte[]> ContactKeyAsync(CancellationToken cancel = default)
    {
        var text = await pen.WriteAsync(
            async db =>
            {
                if (await db.Personal.AsNoTracking().Where(p => p.Kind == ContactKey).Select(p => p.Text).FirstOrDefaultAsync(cancel) is { } known)
                {
                    return known;
                }

                // Number 0 belongs to no event, so this row is never taken for a lead's.
                var row = new PersonalRow { Seq = 0, Lead = Guid.Empty, Kind = ContactKey, Salt = RandomNumberGenerator.GetBytes(16), Text = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) };
                db.Personal.Add(row);
                return row.Text;
            },
            _ => { },
            cancel);
        return Convert.FromHexString(text);
    }

    /// <summary>All of them in one write.</summary>
    public Task KeepAsync(IReadOnlyCollection<DeliveryRow> deliveries)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        return pen.WriteAsync(
            db =>
            {
                db.Deliveries.AddRange(deliveries);
                return Task.FromResult(deliveries.Count);
            },
            _ => { });
    }
}
