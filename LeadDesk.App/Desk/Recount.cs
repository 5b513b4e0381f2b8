using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Distribution.Ranking;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Desk;

/// <summary>
/// Makes every decision of the desk anew, from the log alone: who was eligible, who came first, what it cost. `Same` of `Decisions` came out as they are
/// written; First is the number of the first that did not. Decisions about leads whose text was erased are counted as Erased where they come out differently.
/// </summary>
public sealed record Recount(int Decisions, int Same, int Erased, long? First)
{
    private const int Page = 2000;

    public bool Ok => First is null;

    public static Recount Of(EventLog log, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        var floor = SalesFloor.Empty;
        var blank = new HashSet<LeadId>();
        var (decisions, same, erased, first) = (0, 0, 0, (long?)null);
        for (var more = true; more;)
        {
            cancel.ThrowIfCancellationRequested();
            more = false;
            foreach (var stored in log.ReadFrom(floor.Seq, Page))
            {
                more = true;
                var stamped = EventCodec.Read(stored);
                if (stamped.Event is LeadEvent.Received or LeadEvent.Relabelled && stored.PersonalText is null)
                {
                    blank.Add(((LeadEvent)stamped.Event).Lead);
                }

                if (DecisionOf(stamped.Event) is var (lead, rep, entry, receipt))
                {
                    decisions++;
                    if (ComesOut(floor, stamped, lead, rep, entry, receipt))
                    {
                        same++;
                    }
                    else if (blank.Contains(lead))
                    {
                        erased++;
                    }
                    else
                    {
                        first ??= stamped.Seq;
                    }
                }

                floor = floor.After(stamped);
            }
        }

        return new(decisions, same, erased, first);
    }

    private static (LeadId Lead, RepId Rep, Entry Entry, Receipt Receipt)? DecisionOf(FloorEvent step) => step switch
    {
        LeadEvent.Offered e => (e.Lead, e.Rep, e.Entry, e.Receipt),
        LeadEvent.Taken { Way: TakeWay.Pushed, Entry: { } entry, Receipt: { } receipt } e => (e.Lead, e.Rep, entry, receipt),
        LeadEvent.Taken { Entry: { } entry, Receipt: { PhotoFinishMs: not null } receipt } e => (e.Lead, e.Rep, entry, receipt),
        _ => null,
    };

    private static bool ComesOut(SalesFloor floor, Stamped stamped, LeadId id, RepId rep, Entry entry, Receipt receipt)
    {
        if (floor.Find(id) is not { Stay: { } stay } lead || floor.Plan.Find(stay.Lane) is not { } lane)
        {
            return false;
        }

        if (DecideAgain(floor, lane, lead, stamped, receipt) is not var (ranked, again))
        {
            return false;
        }

        return ranked.First == rep
            && ranked.Entry.Slices.AsEnumerable().SequenceEqual(entry.Slices.AsEnumerable())
            && ranked.Entry.ReceivedBefore == entry.ReceivedBefore
            && receipt.Equals(again);
    }

    /// <summary>The same decision on the floor just before it: the end of a photo finish among those who pressed, else the lane's ranking among the eligible. Null = nobody could have it.</summary>
    private static (Ranked Ranked, Receipt Receipt)? DecideAgain(SalesFloor floor, LaneRules lane, Lead lead, Stamped stamped, Receipt receipt)
    {
        var today = floor.DayOf(stamped.At);
        if (receipt.PhotoFinishMs is not null)
        {
            return lead.Finish is null ? null : FinishLine.Decide(floor, lane, lead, stamped.At, today, stamped.Seq);
        }

        var field = Field.Of(floor, lane, lead, stamped.At, today, Put.Desk);
        if (field.Eligible.IsEmpty)
        {
            return null;
        }

        var ranked = lane.Method.Ranking.Rank(floor, lane, lead, field.Eligible, stamped.Seq);
        return (ranked, Receipts.Of(lane, ranked, field));
    }
}
