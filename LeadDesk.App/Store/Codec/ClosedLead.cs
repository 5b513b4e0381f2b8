using System.Text.Json;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Store.Codec;

/// <summary>A lead that has left the floor, as the projector keeps it: without what the customer typed.</summary>
public static class ClosedLead
{
    public static string Write(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return JsonSerializer.Serialize(lead with { Facts = Facts.None }, CodecOptions.Value);
    }

    public static Lead Read(string card) => JsonSerializer.Deserialize<Lead>(card, CodecOptions.Value)!;
}
