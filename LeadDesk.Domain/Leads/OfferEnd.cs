namespace LeadDesk.Domain.Leads;

/// <summary>Why an offer or an alert ended.</summary>
public enum OfferEnd
{
    Accepted,
    Passed,
    TimedOut,
    Withdrawn,
    Reassigned,
}
