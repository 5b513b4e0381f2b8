using LeadDesk.App.Store;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What a decision may ask beyond the floor: the marks by which earlier leads are found, those of this batch included.</summary>
public sealed class DeskContext(EventLog log, ContactKey key)
{
    private readonly Dictionary<(string Source, string Key), Guid> seen = [];
    private readonly Dictionary<string, ContactMark> contacts = new(StringComparer.Ordinal);

    public LeadId? Seen(string source, string externalId) =>
        seen.TryGetValue((source, externalId), out var lead) ? new LeadId(lead)
        : log.FindSeen(source, externalId) is { } stored ? new LeadId(stored) : null;

    public ContactMark? Contact(byte[] hash) => contacts.GetValueOrDefault(Convert.ToHexString(hash)) ?? log.FindContact(hash);

    /// <summary>The keyed hash by which a contact, or a contact and a product, is found again.</summary>
    public byte[] HashOf(string text) => key.Hash(text);

    /// <summary>Takes in what an accepted command marked, for those after it in the same batch.</summary>
    internal void Learn(Decided decided)
    {
        foreach (var mark in decided.Seen)
        {
            seen[(mark.Source, mark.Key)] = mark.Lead;
        }

        foreach (var mark in decided.Contacts)
        {
            contacts[Convert.ToHexString(mark.Hash)] = mark;
        }
    }
}
