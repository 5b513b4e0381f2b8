using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>Something a person did to a lead that may have words of theirs with it: a note, why it was given back, handed over or lost. The words lie with the personal data under the same number.</summary>
public sealed record Said(long Number, DateTimeOffset At, RepId By)
{
    /// <summary>A lead remembers this many.</summary>
    public const int Most = 50;

    /// <summary>Whether words that come with this event are for everybody who works the lead: not why somebody passed, and an attempt keeps its own.</summary>
    public static bool With(LeadEvent step) =>
        step is not (LeadEvent.Received or LeadEvent.Attempted or LeadEvent.OfferEnded { Why: OfferEnd.Passed } or LeadEvent.TransferDeclined or LeadEvent.OfferExtended or LeadEvent.Pressed or LeadEvent.Undone);
}
