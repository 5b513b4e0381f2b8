using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LeadDesk.App.Api;

/// <summary>
/// Turns received text into JSON that is safe to read to the end: half surrogates, NUL and broken UTF-8 become U+FFFD, nothing else is changed.
/// Everything that came from outside goes through here, because the reader of the base library throws on such texts only when they are read.
/// </summary>
public static class JsonText
{
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    public static JsonBody Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    public static JsonBody Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(Scrub(utf8), Strict);
            return new JsonBody(document.RootElement.Clone(), null, utf8);
        }
        catch (JsonException wrong)
        {
            return new JsonBody(null, new BodyProblem(400, "malformed", Explain(wrong)), utf8);
        }
    }

    /// <summary>The text with half surrogates and NUL replaced by U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (!text.Any(c => c == '\0' || char.IsSurrogate(c)))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? "\ufffd" : rune.ToString());
        }

        return clean.ToString();
    }

    private static string Explain(JsonException wrong) => string.Create(
        CultureInfo.InvariantCulture,
        $"This is not valid JSON: it breaks at line {(wrong.LineNumber ?? 0) + 1}, position {(wrong.BytePositionInLine ?? 0) + 1}. Objects and lists may be nested {MaxDepth} deep.");

    private static ReadOnlyMemory<byte> Scrub(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            utf8 = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8.Span));
        }

        return utf8.Span.IndexOf("\\u"u8) < 0 ? utf8 : ReplaceBadEscapes(utf8.ToArray());
    }

    private static byte[] ReplaceBadEscapes(byte[] json)
    {
        for (var i = 0; i + 1 < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                continue;
            }

            if (json[i + 1] != 'u' || Unit(json, i) is not { } unit)
            {
                i++; // what is escaped is no escape itself
            }
            else if (char.IsHighSurrogate(unit) && Unit(json, i + 6) is { } second && char.IsLowSurrogate(second))
            {
                i += 11;
            }
            else
            {
                if (unit == '\0' || char.IsSurrogate(unit))
                {
                    "fffd"u8.CopyTo(json.AsSpan(i + 2));
                }

                i += 5;
            }
        }

        return json;
    }

    /// <summary>The UTF-16 unit that an escape \uXXXX at this place means, if there is one.</summary>
    private static char? Unit(byte[] json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
