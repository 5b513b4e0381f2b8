using System.Collections.Immutable;
using LeadDesk.Domain.Intake;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What a customer is found again by: e-mail and phone, in their normal form.</summary>
internal static class ContactKeys
{
    public static ImmutableArray<string> Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return [.. new[] { EmailText.Normal(contact.Email) is { } email ? "e:" + email : null, PhoneText.Normal(contact.Phone) is { } phone ? "p:" + phone : null }.OfType<string>()];
    }
}
