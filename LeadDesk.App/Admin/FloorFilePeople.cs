using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Intake;

namespace LeadDesk.App.Admin;

/// <summary>
/// People of the floor file. A ramp is "full" or a percentage from 1 to 100 of places and turns. An opt-in is true, false or
/// { on, perDay }. A person the file names is active.
/// </summary>
internal static class FloorFilePeople
{
    private static readonly RepTerms Fresh = new();

    public static ImmutableArray<PersonEntry> Read(Fields file, IEnumerable<PersonEntry> basis, bool alone, Func<string?, string> zoneOf)
    {
        var there = basis.ToDictionary(p => KeyOf(p.Email), StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var people = ImmutableArray.CreateBuilder<PersonEntry>();
        foreach (var entry in file.Parts("people", 10_000) ?? [])
        {
            var email = entry.Text("email", 254, required: true);
            if (email is not null && EmailText.Normal(email) is null)
            {
                entry.Wrong("email", "An e-mail address is expected, e.g. kim@example.com.");
            }
            else if (email is not null && !named.Add(KeyOf(email)))
            {
                entry.Wrong("email", "This address is already used above; each person has one of their own.");
            }

            people.Add(ReadOne(entry, email?.Trim() ?? "", there.GetValueOrDefault(KeyOf(email ?? "")), alone, zoneOf));
            entry.RefuseUnknown();
        }

        return people.ToImmutable();
    }

    public static string KeyOf(string email) => EmailText.Normal(email) ?? email.Trim().ToLowerInvariant();

    public static JsonObject Write(PersonEntry person)
    {
        var terms = person.Terms;
        return new JsonObject
        {
            ["name"] = person.Name,
            ["email"] = person.Email,
            ["role"] = WireName.Of(terms.Role),
            ["teams"] = Texts(terms.Teams),
            ["skills"] = new JsonObject(terms.Skills.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))),
            ["languages"] = Texts(terms.Languages),
            ["regions"] = Texts(terms.Regions),
            ["wipLimit"] = terms.WipLimit,
            ["caps"] = new JsonObject()
                .Unless(terms.Caps.Day is null, "day", terms.Caps.Day)
                .Unless(terms.Caps.Week is null, "week", terms.Caps.Week)
                .Unless(terms.Caps.Month is null, "month", terms.Caps.Month),
            ["weight"] = terms.WeightThousandths / 1000m,
            ["ramp"] = terms.RampThousandths == 1000 ? "full" : terms.RampThousandths / 10m,
            ["seniority"] = terms.Seniority,
            ["takesLeads"] = terms.TakesLeads,
            ["optIn"] = new JsonObject(person.OptIn.Where(o => o.Value != OptIn.Everything).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => KeyValuePair.Create(o.Key, (JsonNode?)Write(o.Value)))),
        }
            .Unless(terms.Shift is null, "shift", terms.Shift is null ? null : FloorFileHours.Write(terms.Shift))
            .Unless(terms.Location is null, "location", terms.Location);
    }

    /// <summary>Whether two entries say the same, secrets aside.</summary>
    public static bool Same(PersonEntry one, PersonEntry other) =>
        one.Terms.Active == other.Terms.Active
        && one.Terms.Shift?.TimeZone == other.Terms.Shift?.TimeZone
        && JsonNode.DeepEquals(Write(one), Write(other));

    /// <summary>The same terms with the shift in this zone.</summary>
    public static RepTerms InZone(RepTerms terms, string zone) =>
        terms.Shift is null || terms.Shift.TimeZone == zone ? terms : terms with { Shift = OpeningHours.Weekly(zone, terms.Shift.Week, terms.Shift.Holidays) };

    private static PersonEntry ReadOne(Fields entry, string email, PersonEntry? before, bool alone, Func<string?, string> zoneOf)
    {
        var basis = before?.Terms ?? Fresh;
        var location = entry.OrNone("location", entry.Key("location"), basis.Location);
        var shift = entry.OrNone("shift", entry.Week("shift"), basis.Shift?.Week.ToImmutableDictionary());
        var terms = basis with
        {
            Active = true,
            Role = entry.Or("role", entry.OneOf<Role>("role"), Fresh.Role, basis.Role),
            TakesLeads = entry.Or("takesLeads", entry.YesNo("takesLeads"), Fresh.TakesLeads, basis.TakesLeads),
            Teams = entry.Or("teams", entry.Keys("teams"), Fresh.Teams, basis.Teams),
            Skills = entry.Or("skills", Skills(entry), Fresh.Skills, basis.Skills),
            Languages = entry.Or("languages", entry.Texts("languages", 100, 100), Fresh.Languages, basis.Languages),
            Regions = entry.Or("regions", entry.Texts("regions", 200, 5_000), Fresh.Regions, basis.Regions),
            Shift = shift is null ? null : OpeningHours.Weekly(zoneOf(location), shift, []),
            Location = location,
            WipLimit = entry.Or("wipLimit", entry.Whole("wipLimit", 1, 10_000), Fresh.WipLimit, basis.WipLimit),
            Caps = entry.Or("caps", CapsOf(entry), Fresh.Caps, basis.Caps),
            WeightThousandths = entry.Or("weight", Thousandths(entry.Number("weight", 0.1m, 5.0m), 1000), Fresh.WeightThousandths, basis.WeightThousandths),
            RampThousandths = entry.Or("ramp", Ramp(entry), Fresh.RampThousandths, basis.RampThousandths),
            Seniority = entry.Or("seniority", entry.Whole("seniority", 0, 100), Fresh.Seniority, basis.Seniority),
        };
        var name = entry.Text("name", 200, required: !alone && before is null);
        return new PersonEntry(name ?? before?.Name ?? "", before?.Email ?? email, terms, OptIns(entry, before), entry.Password(email), entry.Token("token"), entry.Pin());
    }

    private static int? Thousandths(decimal? number, int scale) => number is { } given ? (int)Math.Round(given * scale, MidpointRounding.AwayFromZero) : null;

    private static int? Ramp(Fields entry)
    {
        if (entry.Value("ramp") is { ValueKind: JsonValueKind.Number })
        {
            return Thousandths(entry.Number("ramp", 1, 100), 10);
        }

        if (entry.Value("ramp") is { } value && !(value.ValueKind == JsonValueKind.String && value.ValueEquals("full")))
        {
            entry.Wrong("ramp", "\"full\" or a percentage from 1 to 100 (a number) is expected.");
        }

        return null;
    }

    private static ImmutableSortedDictionary<string, int>? Skills(Fields entry)
    {
        if (entry.Part("skills") is not { } skills)
        {
            return null;
        }

        var read = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var skill in skills.Names())
        {
            if (skill.Length > 200 || string.IsNullOrWhiteSpace(skill))
            {
                skills.Wrong(skill, "The name of a skill has 1 to 200 characters.");
            }
            else if (skills.Whole(skill, 1, 3, required: true) is { } level)
            {
                read[skill] = level;
            }
        }

        return read.ToImmutable();
    }

    private static Caps? CapsOf(Fields entry)
    {
        if (entry.Part("caps") is not { } caps)
        {
            return null;
        }

        var read = new Caps(caps.Whole("day", 0, 100_000), caps.Whole("week", 0, 100_000), caps.Whole("month", 0, 100_000));
        caps.RefuseUnknown();
        return read;
    }

    private static ImmutableSortedDictionary<string, OptIn> OptIns(Fields entry, PersonEntry? before)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, OptIn>(StringComparer.Ordinal);
        if (entry.Part("optIn") is not { } lanes)
        {
            return before is null || entry.Mentions("optIn") ? read.ToImmutable() : before.OptIn;
        }

        if (before is not null)
        {
            read.AddRange(before.OptIn);
        }

        foreach (var lane in lanes.Names())
        {
            read[lane] = OneOptIn(lanes, lane);
        }

        return read.ToImmutable();
    }

    private static OptIn OneOptIn(Fields lanes, string lane)
    {
        if (lanes.Value(lane) is not { } value)
        {
            return OptIn.Everything;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return new OptIn(value.GetBoolean(), null);
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            lanes.Wrong(lane, "true, false or { \"on\": true, \"perDay\": 8 } is expected.");
            return OptIn.Everything;
        }

        var wish = lanes.Part(lane)!;
        var read = new OptIn(wish.YesNo("on") ?? true, wish.Whole("perDay", 0, 100_000));
        wish.RefuseUnknown();
        return read;
    }

    private static JsonObject Write(OptIn wish) => new JsonObject { ["on"] = wish.On }.Unless(wish.PerDay is null, "perDay", wish.PerDay);

    private static JsonArray Texts(ImmutableArray<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
