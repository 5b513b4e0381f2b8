using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Knobs;

namespace LeadDesk.App.Admin;

/// <summary>The settings of a lane's method in the floor file: each by the knob that declares it, what no knob declares is an error.</summary>
internal static class FloorFileSettings
{
    /// <summary>The settings that the file gives, as the lane keeps them. Without a known method nothing can be judged yet, and nothing is.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(Fields lane, Fields settings, string method)
    {
        if (Catalogue.Find(method) is not { } known)
        {
            settings.Names();
            return [];
        }

        var read = new List<KeyValuePair<string, string>>();
        foreach (var knob in known.Knobs)
        {
            if (ReadOne(settings, knob) is { } text)
            {
                read.Add(new(knob.Name, text));
            }
        }

        if (known.Knobs.IsEmpty && settings.Unread().Any())
        {
            lane.Wrong("settings", $"{method} has nothing to set.");
        }
        else
        {
            settings.RefuseUnknown();
        }

        return read;
    }

    /// <summary>What a lane keeps, as it stands in the file.</summary>
    public static JsonObject Write(Lane lane)
    {
        var written = new JsonObject();
        foreach (var knob in Catalogue.Find(lane.Method)?.Knobs ?? [])
        {
            if (lane.Settings.TryGetValue(knob.Name, out var text) && knob.Read(text) is { } value)
            {
                written[knob.Name] = value switch
                {
                    ImmutableArray<string> texts => new JsonArray([.. texts.Select(t => (JsonNode)t)]),
                    ImmutableSortedDictionary<string, int> table => new JsonObject(table.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value))),
                    ImmutableSortedDictionary<string, string> map => new JsonObject(map.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value))),
                    int number => number,
                    bool yes => yes,
                    _ => (JsonNode)text,
                };
            }
        }

        return written;
    }

    private static string? ReadOne(Fields settings, Knob knob) => knob switch
    {
        WholeKnob k => settings.Whole(k.Name, k.From, k.To)?.ToString(CultureInfo.InvariantCulture),
        YesNoKnob k => settings.YesNo(k.Name) is { } yes ? yes ? "true" : "false" : null,
        ChoiceKnob k => settings.OneOf(k.Name, k.Choices),
        TextsKnob k => Lines(settings, k.Name, settings.Texts(k.Name, TextsKnob.MostCharacters, TextsKnob.MostItems, orOne: true)),
        TableKnob k => Table(settings, k),
        MapKnob k => Map(settings, k),
        _ => throw new System.Diagnostics.UnreachableException($"No floor file knows {knob.GetType().Name}."),
    };

    private static string? Table(Fields settings, TableKnob knob)
    {
        if (settings.Part(knob.Name) is not { } part)
        {
            return null;
        }

        var names = knob.Keys.IsEmpty ? part.Names() : knob.Keys;
        var lines = new List<string>();
        foreach (var name in names)
        {
            if (part.Whole(name, knob.From, knob.To) is { } number)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{name}\t{number}"));
            }
        }

        foreach (var (name, _) in part.Unread().Where(u => ProtectedTraits.Is(u.Key)).ToList())
        {
            part.Wrong(name, $"This is a protected trait; nobody's leads may depend on it. Allowed here: {string.Join(", ", knob.Keys)}.");
            part.Has(name);
        }

        part.RefuseUnknown();
        return Lines(settings, knob.Name, [.. lines]);
    }

    private static string? Map(Fields settings, MapKnob knob)
    {
        if (settings.Part(knob.Name) is not { } part)
        {
            return null;
        }

        return Lines(settings, knob.Name, [.. part.Names().Select(n => (Name: n, Text: part.Text(n, TextsKnob.MostCharacters))).Where(p => p.Text is not null).Select(p => $"{p.Name}\t{p.Text}")]);
    }

    private static string? Lines(Fields settings, string name, ImmutableArray<string>? lines)
    {
        if (lines is not { } given)
        {
            return null;
        }

        if (given.Any(l => l.Contains('\n', StringComparison.Ordinal) || l.Count(c => c == '\t') > 1 || l[0] == '\t'))
        {
            settings.Wrong(name, "Names and texts without line breaks and tabs are expected.");
            return null;
        }

        return string.Join('\n', given);
    }
}
