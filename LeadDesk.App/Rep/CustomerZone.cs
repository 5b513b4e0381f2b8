using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>Where a customer's clock stands, from the country and region they gave, or from the country code of their phone.</summary>
public static class CustomerZone
{
    /// <summary>The customer's zone; null where it cannot be known.</summary>
    public static TimeZoneInfo? Of(LeadCard lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return PlaceZone.Of(lead.Country, lead.Region, lead.Contact?.Phone);
    }
}
