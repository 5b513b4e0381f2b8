using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Live;

/// <summary>How an offer that is gone from a desk came to its end, and who has the lead now.</summary>
internal static class Endings
{
    public static (string Why, RepId? To) OfOffer(IReadOnlyList<Stamped> steps, RepId viewer, LeadId lead)
    {
        var why = OfferEnd.Withdrawn;
        RepId? to = null;
        foreach (var stamped in steps)
        {
            switch (stamped.Event)
            {
                case LeadEvent.OfferEnded e when e.Lead == lead && e.Rep == viewer:
                    why = e.Why;
                    break;
                case LeadEvent.Taken e when e.Lead == lead:
                    why = e.Rep == viewer ? OfferEnd.Accepted : why;
                    to = e.Rep;
                    break;
                case LeadEvent.Offered e when e.Lead == lead && e.Rep != viewer:
                    to = e.Rep;
                    break;
            }
        }

        var name = why.ToString();
        return (char.ToLowerInvariant(name[0]) + name[1..], to);
    }
}
