using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Fairness;

/// <summary>A decision that gave or offered a lead, as the log has it. Way is null for an offer.</summary>
public sealed record Decision(long Seq, DateTimeOffset At, LeadId Lead, TakeWay? Way, Receipt Receipt)
{
    /// <summary>Null for events that decided nothing.</summary>
    public static Decision? Of(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Act is not ("offered" or "taken"))
        {
            return null;
        }

        var stamped = EventCodec.Read(stored);
        return stamped.Event switch
        {
            LeadEvent.Offered e => new(stamped.Seq, stamped.At, e.Lead, null, e.Receipt),
            LeadEvent.Taken { Receipt: { } receipt } e => new(stamped.Seq, stamped.At, e.Lead, e.Way, receipt),
            _ => null,
        };
    }
}
