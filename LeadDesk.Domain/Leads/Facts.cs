namespace LeadDesk.Domain.Leads;

/// <summary>
/// What a decision may know of a lead: the label, never who the person is. Kept in memory while the lead is open; on disk these
/// texts live with the personal data and not in the log, because a customer may type anything into any field.
/// </summary>
public sealed record Facts
{
    public static Facts None { get; } = new();

    public string? Product { get; init; }

    public string? Region { get; init; }

    public string? Postcode { get; init; }

    public string? Country { get; init; }

    public string? Language { get; init; }

    public string? Company { get; init; }

    public int? CompanySize { get; init; }

    public string? Industry { get; init; }

    public decimal? Value { get; init; }

    public int? Score { get; init; }

    public RequestKind? RequestKind { get; init; }

    public bool Discreet { get; init; }

    /// <summary>An earlier lead of the same e-mail or phone stands in our records.</summary>
    public bool KnownCustomer { get; init; }

    /// <summary>How and when the customer wants to be reached, in the customer's words.</summary>
    public string? PreferredChannel { get; init; }

    public string? ContactHours { get; init; }
}
