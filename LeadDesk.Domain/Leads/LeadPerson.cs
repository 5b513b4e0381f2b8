namespace LeadDesk.Domain.Leads;

/// <summary>Everything personal that came with a lead, as it is kept in the personal-data table.</summary>
public sealed record LeadPerson(Contact Contact, string? Message, IReadOnlyDictionary<string, string> Fields)
{
    public static LeadPerson Erased { get; } = new(new Contact(null, null, null, null), null, new Dictionary<string, string>(StringComparer.Ordinal));
}
