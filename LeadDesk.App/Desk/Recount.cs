using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Lab;
using LeadDesk.Domain.Leads;

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

                if (Ruling.In(stamped.Event) is { } ruling)
                {
                    decisions++;
                    if (ruling.IsSame(ruling.Anew(floor, stamped.Seq, stamped.At)))
                    {
                        same++;
                    }
                    else if (blank.Contains(ruling.Lead))
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
}
