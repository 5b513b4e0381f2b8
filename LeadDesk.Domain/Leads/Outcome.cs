namespace LeadDesk.Domain.Leads;

/// <summary>How a lead ended. Junk, Duplicate and NonSales ask a manager for the turn back.</summary>
public enum Outcome
{
    Won,
    Lost,
    Nurture,
    Junk,
    Duplicate,
    NonSales,
}
