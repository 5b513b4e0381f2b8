using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>The right label of a lead; null = as it was. Source is the key of one, for a lead that came in by the wrong door.</summary>
public sealed record Label(string? Product, string? Region, string? Postcode, string? Country, string? Language, decimal? Value, RequestKind? RequestKind, string? Source = null)
{
    public bool IsEmpty => this == new Label(null, null, null, null, null, null, null);

    public Facts Over(Facts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts with
        {
            Product = Product ?? facts.Product,
            Region = Region ?? facts.Region,
            Postcode = Postcode ?? facts.Postcode,
            Country = Country ?? facts.Country,
            Language = Language ?? facts.Language,
            Value = Value ?? facts.Value,
            RequestKind = RequestKind ?? facts.RequestKind,
        };
    }
}
