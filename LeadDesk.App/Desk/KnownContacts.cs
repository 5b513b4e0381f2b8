using System.Collections.Immutable;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What the desk remembers of customers by their contacts: whether they were here before, with whom, and about what.</summary>
internal static class KnownContacts
{
    /// <summary>The last lead of this customer; null = they are new.</summary>
    public static ContactMark? Last(DeskContext context, ImmutableArray<string> contacts) =>
        contacts.Select(c => context.Contact(context.HashOf(c))).FirstOrDefault(m => m is not null);

    /// <summary>The last lead by this contact about this product; null = there was none.</summary>
    public static ContactMark? Last(DeskContext context, string contact, string? product) => context.Contact(context.HashOf(About(contact, product)));

    /// <summary>Of an open lead who has it now, of a closed one who closed it.</summary>
    public static RepId? OwnerOf(SalesFloor floor, ContactMark known) =>
        floor.Find(new LeadId(known.Lead)) is { IsClosed: false } open ? open.Owner
        : known.Owner is { } number && number <= floor.People.Length ? new RepId(number)
        : floor.Find(new LeadId(known.Lead))?.Owner;

    /// <summary>By which a lead's customer is found again, alone and with its product.</summary>
    public static ImmutableArray<ContactMark> Marks(DeskContext context, ImmutableArray<string> contacts, string? product, LeadId lead, DateTimeOffset now) =>
    [
        .. contacts.SelectMany(c => new[] { c, About(c, product) }).Select(text => new ContactMark(context.HashOf(text), lead.Value, null, now.ToUnixTimeMilliseconds())),
    ];

    private static string About(string contact, string? product) => $"{contact}\n{product?.Trim().ToUpperInvariant()}";
}
