namespace LeadDesk.Domain.Leads;

/// <summary>Where a lead stands on its way from the customer's click to an answer.</summary>
public enum LeadState
{
    Waiting,
    Offered,
    Alerted,
    Owned,
    Attempted,
    Reached,
    Working,
    Parked,
    Won,
    Lost,
    Nurture,
    Junk,
    NonSales,
    Duplicate,
    Imported,
    NeedsAttention,
}
