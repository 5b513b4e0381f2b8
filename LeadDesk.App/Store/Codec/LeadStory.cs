using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Store.Codec;

/// <summary>One lead folded from its own events alone, without a floor.</summary>
public static class LeadStory
{
    /// <summary>The lead after all of these, oldest first; null without any.</summary>
    public static Lead? Tell(IEnumerable<Stamped> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        Lead? lead = null;
        var before = new Dictionary<long, Lead>();
        foreach (var stamped in steps)
        {
            if (stamped.Event is LeadEvent.Undone undone)
            {
                lead = before[undone.Seq] with { Version = lead!.Version + 1, LastSeq = stamped.Seq, LastAction = null };
                continue;
            }

            if (lead is not null)
            {
                before[stamped.Seq] = lead;
            }

            lead = LeadFold.Apply(lead, (LeadEvent)stamped.Event, stamped);
        }

        return lead;
    }
}
