using System.Collections.Immutable;
using System.Text.Json;
using LeadDesk.App.Api;
using LeadDesk.Domain.Intake;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Intake;

/// <summary>Reads the flat JSON of one lead. Friendly to what it does not know (kept and named in the warnings), strict with what it does.</summary>
public static class LeadJson
{
    private const int Short = 200;
    private const int Other = 2_000;
    private const int Long = 20_000;

    /// <summary>Reads one lead; contactRequired is false only for walk-ins and imported history.</summary>
    public static LeadJsonRead Read(JsonElement json, bool contactRequired = true)
    {
        var errors = new FieldErrors();
        var lead = Fields.Over(json, errors);
        var warnings = ImmutableArray.CreateBuilder<string>();
        var contact = new Contact(Filled(lead, "name", Short), Filled(lead, "email", Other), Filled(lead, "phone", Other), Filled(lead, "company", Short));
        var message = Filled(lead, "message", Long);
        var facts = FactsOf(lead, contact.Company);
        var sentAt = lead.Instant("sentAt");
        var externalId = Filled(lead, "externalId", Other);
        var kept = KeptFields(lead, warnings);
        CheckContact(contact, contactRequired, errors, warnings);
        if (errors.Any)
        {
            return new LeadJsonRead(null, errors);
        }

        var draft = new LeadDraft
        {
            Facts = facts,
            Person = new LeadPerson(contact, message, kept),
            SentAt = sentAt,
            ExternalId = externalId,
            Warnings = warnings.ToImmutable(),
        };
        return new LeadJsonRead(draft, errors);
    }

    private static Facts FactsOf(Fields lead, string? company) => new()
    {
        Product = Filled(lead, "product", Short),
        Value = lead.Number("value", 0, 999_999_999_999),
        Region = Filled(lead, "region", Short),
        Postcode = Filled(lead, "postcode", Other),
        Country = Filled(lead, "country", Other),
        Language = Filled(lead, "language", Other),
        Company = company,
        CompanySize = lead.Whole("companySize", 0, int.MaxValue),
        Industry = Filled(lead, "industry", Other),
        RequestKind = lead.OneOf<RequestKind>("requestKind"),
        Discreet = lead.YesNo("discreet") ?? false,
        PreferredChannel = Filled(lead, "preferredChannel", Other),
        ContactHours = Filled(lead, "contactHours", Other),
    };

    private static void CheckContact(Contact contact, bool required, FieldErrors errors, ImmutableArray<string>.Builder warnings)
    {
        var email = contact.Email is null || EmailText.Normal(contact.Email) is not null;
        var phone = contact.Phone is null || PhoneText.Normal(contact.Phone) is not null;
        if (required && (contact.Email is null || !email) && (contact.Phone is null || !phone))
        {
            const string Words = "At least one usable contact is required: an e-mail address like name@example.com or a phone number of 5 to 15 digits.";
            errors.Add("email", Words);
            errors.Add("phone", Words);
        }

        if (!email)
        {
            warnings.Add("email: this is not a usable address; it is kept as given");
        }

        if (!phone)
        {
            warnings.Add("phone: this is not a usable number; it is kept as given");
        }
    }

    /// <summary>What has no place of its own: industry, consent, utm_*, everything under fields, and whatever we do not know.</summary>
    private static Dictionary<string, string> KeptFields(Fields lead, ImmutableArray<string>.Builder warnings)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        if (lead.Part("fields") is { } fields)
        {
            foreach (var name in fields.Names())
            {
                Keep(kept, fields, name);
            }
        }

        if (Filled(lead, "industry", Other) is { } industry)
        {
            Keep(kept, "industry", industry);
        }

        Keep(kept, lead, "consent");
        foreach (var name in lead.Unread().Select(m => m.Key).ToList())
        {
            Keep(kept, lead, name);
            if (!name.StartsWith("utm_", StringComparison.Ordinal))
            {
                warnings.Add($"{lead.PathOf(name)}: this field is not known; it is kept under fields");
            }
        }

        return kept;
    }

    private static void Keep(Dictionary<string, string> kept, Fields from, string name)
    {
        if (from.Value(name) is not { } value)
        {
            return;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (name.Length > Short || text.Length > Other)
        {
            from.Wrong(name, "A field may have 2000 characters at most, its name 200.");
            return;
        }

        Keep(kept, name, text);
    }

    // The same name at the top and under fields: neither may swallow the other.
    private static void Keep(Dictionary<string, string> kept, string name, string text)
    {
        if (!kept.TryAdd(name, text))
        {
            Keep(kept, name + " (top)", text);
        }
    }

    private static string? Filled(Fields lead, string name, int max) => lead.Text(name, max) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
