using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Intake;

namespace LeadDesk.App.Admin;

/// <summary>The settings of a lane's method in the floor file: each by the knob that declares it, what no knob declares is an error.</summary>
internal static class FloorFileSettings
{
    private const string APerson = "The e-mail address or the id of a person is expected.";
    private const int MostEmail = 254;

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
            if (knob is CoverKnob && lane.Settings.TryGetValue(knob.Name, out var cover))
            {
                written[knob.Name] = new JsonObject(cover.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).Select(p => KeyValuePair.Create(p[0], (JsonNode?)p[1])));
            }
            else if (knob is PeopleKnob && lane.Settings.TryGetValue(knob.Name, out var people))
            {
                written[knob.Name] = new JsonArray([.. people.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => (JsonNode)p)]);
            }
            else if (knob is TableKnob or MapKnob && lane.Settings.TryGetValue(knob.Name, out var pairs))
            {
                // As it stands, so that whoever reads it again can say what is wrong with it.
                written[knob.Name] = Pairs(pairs, knob is TableKnob);
            }
            else if (lane.Settings.TryGetValue(knob.Name, out var text) && knob.Read(text) is { } value)
            {
                written[knob.Name] = value switch
                {
                    ImmutableArray<string> texts => new JsonArray([.. texts.Select(t => (JsonNode)t)]),
                    int number => number,
                    bool yes => yes,
                    _ => (JsonNode)text,
                };
            }
        }

        return written;
    }

    private static JsonObject Pairs(string text, bool numbers)
    {
        var written = new JsonObject();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.LastIndexOf('\t');
            var value = tab < 0 ? "" : line[(tab + 1)..];
            written[tab < 0 ? line : line[..tab]] = numbers && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : value;
        }

        return written;
    }

    private static string? ReadOne(Fields settings, Knob knob) => knob switch
    {
        WholeKnob k => settings.Whole(k.Name, k.From, k.To)?.ToString(CultureInfo.InvariantCulture),
        YesNoKnob k => settings.YesNo(k.Name) is { } yes ? yes ? "true" : "false" : null,
        ChoiceKnob k => settings.OneOf(k.Name, k.Choices),
        TextsKnob k => Lines(settings, k.Name, settings.Texts(k.Name, TextsKnob.MostCharacters, TextsKnob.MostItems, orOne: true)),
        PeopleKnob k => People(settings, k),
        CoverKnob k => Cover(settings, k),
        TableKnob k => Table(settings, k),
        MapKnob k => Map(settings, k),
        _ => throw new System.Diagnostics.UnreachableException($"No floor file knows {knob.GetType().Name}."),
    };

    private static string? Cover(Fields settings, CoverKnob knob)
    {
        if (settings.Part(knob.Name) is not { } part)
        {
            return null;
        }

        var lines = new List<string>();
        foreach (var name in part.Names())
        {
            if (!IsPerson(name))
            {
                part.Wrong(name, APerson);
            }
            else if (part.Text(name, MostEmail, required: true)?.Trim() is { } by)
            {
                if (!IsPerson(by) || by.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    part.Wrong(name, APerson + " Nobody covers for themselves.");
                }

                lines.Add($"{name.Trim()}\t{by}");
            }
        }

        return string.Join('\n', lines);
    }

    private static bool IsPerson(string named) => Guid.TryParseExact(named.Trim(), "D", out _) || EmailText.Normal(named.Trim()) is not null;

    /// <summary>People by e-mail or by id; whether there are such people is judged where they are known.</summary>
    private static string? People(Fields settings, PeopleKnob knob)
    {
        if (settings.Texts(knob.Name, MostEmail, TextsKnob.MostItems, orOne: true) is not { } people)
        {
            return null;
        }

        for (var i = 0; i < people.Length; i++)
        {
            var named = people[i].Trim();
            if (!IsPerson(named))
            {
                settings.Wrong(string.Create(CultureInfo.InvariantCulture, $"{knob.Name}[{i}]"), APerson);
                return null;
            }

            if (people.Take(i).Any(p => p.Trim().Equals(named, StringComparison.OrdinalIgnoreCase)))
            {
                settings.Wrong(string.Create(CultureInfo.InvariantCulture, $"{knob.Name}[{i}]"), "This person is already named above.");
                return null;
            }
        }

        return string.Join('\n', people.Select(p => p.Trim()));
    }

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
            if (!knob.Allows(name))
            {
                part.Wrong(name, "A whole number is expected as the name of a band.");
                continue;
            }

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
