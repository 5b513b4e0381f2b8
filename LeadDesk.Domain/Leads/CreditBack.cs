namespace LeadDesk.Domain.Leads;

/// <summary>Where the wish for a turn back stands: its lead was junk, a duplicate, or nothing for sales.</summary>
public enum CreditBack
{
    Asked,

    /// <summary>The entry is struck.</summary>
    Approved,

    /// <summary>The turn counts.</summary>
    Declined,
}
