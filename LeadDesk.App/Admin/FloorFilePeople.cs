using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Intake;

namespace LeadDesk.App.Admin;

/// <summary>
/// People of the floor file. A ramp is "full", a percentage from 1 to 100 of places and turns, or an induction by stages. An opt-in is true, false or
/// { on, perDay, quiet }. A person the file names is active.
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
            var userName = entry.Text("userName", LoginName.Longest);
            var email = entry.Text("email", 254, required: userName is null);
            if (email is not null && userName is not null)
            {
                entry.Wrong("userName", "Either email or userName is expected, not both.");
            }
            else if (email is not null && EmailText.Normal(email) is null)
            {
                entry.Wrong("email", "An e-mail address is expected, e.g. kim@example.com.");
            }
            else if (userName is not null && LoginName.UserName(userName) is null)
            {
                entry.Wrong("userName", "A user name of 2 to 64 letters, digits and . _ - is expected, e.g. mia.lund.");
            }
            else if ((email ?? userName) is { } login && !named.Add(KeyOf(login)))
            {
                entry.Wrong(email is null ? "userName" : "email", email is null ? "This user name is already used above; each person has one of their own." : "This address is already used above; each person has one of their own.");
            }

            email ??= userName;

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
            [LoginName.FieldOf(person.Email)] = person.Email,
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
            ["ramp"] = terms.Induction is { } induction ? Write(induction) : terms.RampThousandths == 1000 ? "full" : terms.RampThousandths / 10m,
            ["seniority"] = terms.Seniority,
            ["takesLeads"] = terms.TakesLeads,
            ["optIn"] = new JsonObject(person.OptIn.Where(o => o.Value != OptIn.Everything).OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => KeyValuePair.Create(o.Key, (JsonNode?)Write(o.Value)))),
        }
            .Unless(!terms.MayExport, "mayExport", true)
            .Unless(!terms.LongerOffers, "longerOffers", true)
            .Unless(terms.PerMinute is null, "perMinute", terms.PerMinute)
            .Unless(terms.Leave.IsEmpty, "leave", new JsonArray([.. terms.Leave.Select(l => (JsonNode)new JsonObject { ["from"] = Day(l.From), ["until"] = Day(l.Until) })]))
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
            MayExport = entry.Or("mayExport", entry.YesNo("mayExport"), Fresh.MayExport, basis.MayExport),
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
            Induction = entry.Mentions("ramp") ? InductionOf(entry) : basis.Induction,
            Leave = entry.Or("leave", LeaveOf(entry), Fresh.Leave, basis.Leave),
            Seniority = entry.Or("seniority", entry.Whole("seniority", 0, 100), Fresh.Seniority, basis.Seniority),
            LongerOffers = entry.Or("longerOffers", entry.YesNo("longerOffers"), Fresh.LongerOffers, basis.LongerOffers),
            PerMinute = entry.OrNone("perMinute", entry.Whole("perMinute", 1, 1_000_000), basis.PerMinute),
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

        if (entry.Value("ramp") is { ValueKind: not JsonValueKind.Object } value && !(value.ValueKind == JsonValueKind.String && value.ValueEquals("full")))
        {
            entry.Wrong("ramp", "\"full\", a percentage from 1 to 100 (a number) or { \"start\", \"stages\": [ { \"percent\", \"days\", \"leads\" } ] } is expected.");
        }

        return null;
    }

    /// <summary>An induction by stages; null where the ramp is a figure.</summary>
    private static Induction? InductionOf(Fields entry)
    {
        if (entry.Value("ramp") is not { ValueKind: JsonValueKind.Object } || entry.Part("ramp") is not { } ramp)
        {
            return null;
        }

        var start = DayOf(ramp, "start");
        var stages = ImmutableArray.CreateBuilder<InductionStage>();
        foreach (var stage in ramp.Parts("stages", 10) ?? [])
        {
            stages.Add(StageOf(stage));
            stage.RefuseUnknown();
        }

        if (stages.Count == 0)
        {
            ramp.Wrong("stages", "At least one stage is expected, e.g. { \"percent\": 25, \"days\": 14, \"leads\": 10 }.");
        }

        for (var i = 1; i < stages.Count; i++)
        {
            if (stages[i].Days < stages[i - 1].Days || stages[i].Leads < stages[i - 1].Leads)
            {
                ramp.Wrong("stages", "Days and leads count from the start, so a later stage has no fewer than the one before.");
            }
        }

        ramp.RefuseUnknown();
        return new(start, stages.ToImmutable());
    }

    /// <summary>A stage; in one of watching nobody has a part of the turns or finishes a lead.</summary>
    private static InductionStage StageOf(Fields stage)
    {
        var kind = stage.OneOf<StageKind>("kind") ?? StageKind.Own;
        var watches = kind == StageKind.Watch;
        var percent = stage.Number("percent", watches ? 0 : 1, watches ? 0 : 100, required: !watches);
        return new(
            Thousandths(percent, 10) ?? (watches ? 0 : 1000),
            stage.Whole("days", 0, 3_650, required: true) ?? 0,
            stage.Whole("leads", 0, watches ? 0 : 100_000, required: !watches) ?? 0)
        {
            Kind = kind,
        };
    }

    private static ImmutableArray<Leave>? LeaveOf(Fields entry)
    {
        if (entry.Parts("leave", 200) is not { } parts)
        {
            return null;
        }

        var leave = ImmutableArray.CreateBuilder<Leave>();
        foreach (var part in parts)
        {
            var (from, until) = (DayOf(part, "from"), DayOf(part, "until"));
            if (until < from)
            {
                part.Wrong("until", "The last day may not be before the first.");
            }

            part.RefuseUnknown();
            leave.Add(new(from, until));
        }

        return leave.ToImmutable();
    }

    private static DateOnly DayOf(Fields entry, string name)
    {
        if (entry.Text(name, 40, required: true) is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            entry.Wrong(name, "A day is expected, e.g. 2026-12-25.");
        }

        return DateOnly.TryParseExact(entry.Text(name, 40), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : new DateOnly(2000, 1, 1);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static JsonObject Write(Induction induction) => new()
    {
        ["start"] = Day(induction.Start),
        ["stages"] = new JsonArray([.. induction.Stages.Select(s => (JsonNode)new JsonObject { ["percent"] = s.Thousandths / 10m, ["days"] = s.Days, ["leads"] = s.Leads }.Unless(s.Kind == StageKind.Own, "kind", WireName.Of(s.Kind)))]),
    };

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
        var read = new OptIn(wish.YesNo("on") ?? true, wish.Whole("perDay", 0, 100_000), wish.Quiet("quiet"));
        wish.RefuseUnknown();
        return read;
    }

    private static JsonObject Write(OptIn wish) => new JsonObject { ["on"] = wish.On }.Unless(wish.PerDay is null, "perDay", wish.PerDay).Unless(wish.Quiet is null, "quiet", wish.Quiet?.ToString());

    private static JsonArray Texts(ImmutableArray<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}
