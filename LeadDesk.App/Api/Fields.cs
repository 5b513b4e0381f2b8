using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>
/// Reads one JSON object member by member, notes an error for each field that is wrong, and remembers what was asked for, so that the rest
/// can be refused or gathered. A member that is null counts as absent. The JSON has to come from <see cref="JsonText"/>.
/// </summary>
public sealed class Fields
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, bool> asked = new(StringComparer.Ordinal);
    private readonly string path;

    private Fields(JsonElement json, FieldErrors errors, string path)
    {
        this.path = path;
        Errors = errors;
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, "An object { … } is expected here.");
            return;
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
            {
                errors.Add(PathOf(member.Name), "This field is given twice; give it once.");
            }
        }
    }

    public FieldErrors Errors { get; }

    public static Fields Over(JsonElement json, FieldErrors errors, string path = "") => new(json, errors, path);

    /// <summary>The JSON path of a member of this object. Names from outside are cut, so that an error stays readable.</summary>
    public string PathOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var shown = name.Length <= 80 ? name : JsonText.Clean(name[..80]) + "…";
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }

    public void Wrong(string name, string words) => Errors.Add(PathOf(name), words);

    /// <summary>Whether the member is there at all, be it null.</summary>
    public bool Mentions(string name) => Ask(name) is not null;

    /// <summary>Whether the member is there and not null.</summary>
    public bool Has(string name) => Value(name) is not null;

    /// <summary>The member as it came; null when it is absent or null.</summary>
    public JsonElement? Value(string name) => Ask(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    public string? Text(string name, int max, bool required = false)
    {
        if (Wanted(name, required) is not { } value || TextOf(value, PathOf(name), max) is not { } text)
        {
            return null;
        }

        if (required && string.IsNullOrWhiteSpace(text))
        {
            Wrong(name, "This field may not be blank.");
            return null;
        }

        return text;
    }

    public string? OneOf(string name, IReadOnlyCollection<string> allowed, bool required = false) =>
        Wanted(name, required) is { } value ? OneOf(value, PathOf(name), allowed) : null;

    public TEnum? OneOf<TEnum>(string name, bool required = false)
        where TEnum : struct, Enum => OneOf(name, WireName.All<TEnum>(), required) is { } text ? WireName.Read<TEnum>(text) : null;

    /// <summary>A moment written in ISO 8601 with its zone, as UTC, cut to milliseconds.</summary>
    public DateTimeOffset? Instant(string name, bool required = false)
    {
        if (Wanted(name, required) is not { } value)
        {
            return null;
        }

        var moment = value.ValueKind == JsonValueKind.String ? IsoInstant.Read(value.GetString()!) : null;
        if (moment is null)
        {
            Wrong(name, "A time in ISO 8601 with its zone is expected, e.g. 2026-03-09T14:05:00Z or 2026-03-09T10:05:00-04:00.");
        }

        return moment;
    }

    /// <summary>Hours of each day, such as "18:00-08:00".</summary>
    public QuietHours? Quiet(string name)
    {
        if (Text(name, 20) is not { } text)
        {
            return null;
        }

        var quiet = QuietHours.Parse(text);
        if (quiet is null)
        {
            Wrong(name, "Hours of the day are expected, e.g. 18:00-08:00.");
        }

        return quiet;
    }

    public Guid? Id(string name, bool required = false)
    {
        if (Wanted(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id))
        {
            return id;
        }

        Wrong(name, "An id is expected, e.g. 3f2b8c1e-52a4-4d0b-9a57-0c9d8f6e1b24.");
        return null;
    }

    public bool? YesNo(string name, bool required = false)
    {
        if (Wanted(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Wrong(name, "true or false is expected.");
        return null;
    }

    public decimal? Number(string name, decimal from, decimal to, bool required = false) =>
        Wanted(name, required) is { } value ? NumberOf(value, PathOf(name), from, to) : null;

    public int? Whole(string name, int from, int to, bool required = false) =>
        Wanted(name, required) is { } value ? WholeOf(value, PathOf(name), from, to) : null;

    /// <summary>A list of texts, none of them blank. With orOne, a single text counts as a list of one.</summary>
    public ImmutableArray<string>? Texts(string name, int max, int maxItems, bool orOne = false) =>
        List(name, maxItems, (item, at) => FilledTextOf(item, at, max), orOne);

    public ImmutableArray<int>? Wholes(string name, int from, int to, int maxItems) =>
        List(name, maxItems, (item, at) => WholeOf(item, at, from, to) is { } whole ? new int[] { whole } : null)?.Select(one => one[0]).ToImmutableArray();

    /// <summary>A list of names from a fixed choice.</summary>
    public ImmutableArray<string>? Choices(string name, IReadOnlyCollection<string> allowed, int maxItems, bool orOne = false) =>
        List(name, maxItems, (item, at) => OneOf(item, at, allowed), orOne);

    /// <summary>An object within this one; errors in it carry the longer path.</summary>
    public Fields? Part(string name, bool required = false) =>
        Wanted(name, required) is { } value ? new Fields(value, Errors, PathOf(name)) : null;

    /// <summary>A list of objects.</summary>
    public ImmutableArray<Fields>? Parts(string name, int maxItems) =>
        List(name, maxItems, (item, at) => new Fields(item, Errors, at));

    /// <summary>The members nobody asked for, in the order of the body.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> Unread() => members.Where(m => !asked.ContainsKey(m.Key));

    /// <summary>Every member, for objects whose names are free; they all count as read.</summary>
    public IReadOnlyCollection<string> Names()
    {
        foreach (var name in members.Keys)
        {
            asked[name] = true;
        }

        return members.Keys;
    }

    /// <summary>Makes every member that nobody asked for an error that names what is allowed. Call it last.</summary>
    public void RefuseUnknown()
    {
        foreach (var (name, _) in Unread().ToList())
        {
            Wrong(name, $"Unknown field. Allowed here: {string.Join(", ", asked.Keys)}.");
        }
    }

    private JsonElement? Ask(string name)
    {
        asked[name] = true;
        return members.TryGetValue(name, out var value) ? value : null;
    }

    private JsonElement? Wanted(string name, bool required)
    {
        var value = Value(name);
        if (value is null && required)
        {
            Wrong(name, "This field is required.");
        }

        return value;
    }

    private ImmutableArray<T>? List<T>(string name, int maxItems, Func<JsonElement, string, T?> read, bool orOne = false)
        where T : class
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (orOne && value.ValueKind == JsonValueKind.String)
        {
            return read(value, PathOf(name)) is { } only ? [only] : null;
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maxItems)
        {
            Wrong(name, Say($"A list [ … ] of at most {maxItems} is expected."));
            return null;
        }

        var items = ImmutableArray.CreateBuilder<T>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            if (read(item, Say($"{PathOf(name)}[{items.Count}]")) is not { } one)
            {
                return null;
            }

            items.Add(one);
        }

        return items.DrainToImmutable();
    }

    private string? OneOf(JsonElement value, string at, IReadOnlyCollection<string> allowed)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && allowed.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Errors.Add(at, $"One of these is expected: {string.Join(", ", allowed)}.");
        return null;
    }

    private string? FilledTextOf(JsonElement value, string at, int max)
    {
        var text = TextOf(value, at, max);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            Errors.Add(at, "A text is expected that is not blank.");
            return null;
        }

        return text;
    }

    private string? TextOf(JsonElement value, string at, int max)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Errors.Add(at, "A text in quotes is expected.");
            return null;
        }

        var text = value.GetString()!;
        if (text.Length > max)
        {
            Errors.Add(at, Say($"{max} characters at most are allowed; these are {text.Length}."));
            return null;
        }

        return text;
    }

    private decimal? NumberOf(JsonElement value, string at, decimal from, decimal to)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= from && number <= to)
        {
            return number;
        }

        Errors.Add(at, Say($"A number from {from} to {to} is expected, without quotes."));
        return null;
    }

    private int? WholeOf(JsonElement value, string at, int from, int to)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= from && number <= to && decimal.Truncate(number) == number)
        {
            return (int)number;
        }

        Errors.Add(at, Say($"A whole number from {from} to {to} is expected, without quotes."));
        return null;
    }

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
