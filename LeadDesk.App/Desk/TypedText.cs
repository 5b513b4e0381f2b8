using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What somebody typed with an event: it goes to the personal data under the event's number. Lead is null for what is no lead's.</summary>
public sealed record TypedText(long Seq, LeadId? Lead, string Kind, string Text)
{
    /// <summary>The number of the first thing that happened to a lead in a round, from the round's event with this index on; null = nothing did.</summary>
    public static long? SeqFor(Round round, LeadId lead, int from)
    {
        ArgumentNullException.ThrowIfNull(round);
        for (var i = from; i < round.Events.Count; i++)
        {
            if (round.Events[i].Event is LeadEvent step && step.Lead == lead)
            {
                return round.Events[i].Seq;
            }
        }

        return null;
    }
}
