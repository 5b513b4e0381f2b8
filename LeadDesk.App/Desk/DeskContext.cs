using System.Collections.Immutable;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What a decision may ask beyond the floor: the marks by which earlier leads are found, those of this batch included.</summary>
public sealed class DeskContext(EventLog log, ContactKey key, ClaimPace pace)
{
    private readonly Dictionary<(string Source, string Key), Guid> seen = [];
    private readonly Dictionary<string, ContactMark> contacts = new(StringComparer.Ordinal);

    /// <summary>How often people have claimed lately.</summary>
    public ClaimPace Pace => pace;

    public LeadId? Seen(string source, string externalId) =>
        seen.TryGetValue((source, externalId), out var lead) ? new LeadId(lead)
        : log.FindSeen(source, externalId) is { } stored ? new LeadId(stored) : null;

    public ContactMark? Contact(byte[] hash) => contacts.GetValueOrDefault(Convert.ToHexString(hash)) ?? log.FindContact(hash);

    /// <summary>The marks by which the customer of this lead is found again, as far as it is still their last one.</summary>
    public ImmutableArray<ContactMark> MarksOf(LeadId lead)
    {
        var text = log.PersonalOf(lead.Value, PersonalTexts.Lead);
        return text is null ? [] : [.. ContactKeys.Of(PersonalTexts.ReadLead(text).Person.Contact).Select(k => Contact(HashOf(k))).OfType<ContactMark>().Where(m => m.Lead == lead.Value)];
    }

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
