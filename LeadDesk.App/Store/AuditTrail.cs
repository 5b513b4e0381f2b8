using LeadDesk.App.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>The log for those who ask who did what: filtered, newest first, page by page.</summary>
public sealed class AuditTrail(Pen pen)
{
    /// <summary>At most <paramref name="most"/> events older than the number <paramref name="before"/>.</summary>
    public Task<IReadOnlyList<EventRow>> ReadAsync(AuditAsk ask, long before, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return pen.ReadAsync<IReadOnlyList<EventRow>>(
            async db =>
            {
                // Times never go back along the log, so a time is found by halving; no index is needed for it.
                var from = ask.From is { } start ? await FirstAtAsync(db, start.ToUnixTimeMilliseconds(), cancel) : 0;
                var until = ask.Until is { } end ? Math.Min(before, await FirstAtAsync(db, end.ToUnixTimeMilliseconds(), cancel)) : before;
                var rows = db.Log.AsNoTracking().Where(e => e.Seq >= from && e.Seq < until);
                if (ask.Lead is { } lead)
                {
                    rows = rows.Where(e => db.LeadSteps.Any(s => s.Lead == lead && s.Seq == e.Seq));
                }

                if (ask.Person is { } person)
                {
                    var id = person.ToString();
                    rows = rows.Where(e => e.Actor == id || e.Before == id || e.After == id);
                }

                if (ask.Acts is { } acts)
                {
                    rows = rows.Where(e => acts.Contains(e.Act));
                }

                return await rows.OrderByDescending(e => e.Seq).Take(most).ToListAsync(cancel);
            },
            cancel);
    }

    /// <summary>The number of the first event at a time or after it; one past the end where there is none.</summary>
    private static async Task<long> FirstAtAsync(LeadDeskContext db, long at, CancellationToken cancel)
    {
        var (low, high) = (1L, await db.Log.MaxAsync(e => (long?)e.Seq, cancel) + 1 ?? 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await db.Log.Where(e => e.Seq >= middle).OrderBy(e => e.Seq).Select(e => e.At).FirstAsync(cancel) < at)
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
}
