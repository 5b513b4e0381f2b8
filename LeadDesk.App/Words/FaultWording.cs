using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Words;

/// <summary>
/// What is wrong with a field, in the language of whoever reads it on a screen. The judge speaks English, as programs expect; its sentences
/// are known by their English text, and one that is not known stays as it is.
/// </summary>
public sealed partial class FaultWording(IStringLocalizer<FaultWords> texts)
{
    // The longest first: a short one with places to fill might take a longer one for its own.
    private static readonly ImmutableArray<(string Key, Regex Says)> Known =
    [
        .. new ResourceManager(typeof(FaultWords)).GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>()
            .Select(e => ((string)e.Key, Text: (string)e.Value!)).OrderByDescending(e => e.Text.Length)
            .Select(e => (e.Item1, new Regex("^" + Place().Replace(Regex.Escape(e.Text), "(.+?)") + "$", RegexOptions.NonBacktracking | RegexOptions.Singleline))),
    ];

    public string Of(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var (key, says) in Known)
        {
            if (says.Match(words) is { Success: true } match)
            {
                return match.Groups.Count == 1 ? texts[key].Value : texts[key, [.. match.Groups.Values.Skip(1).Select(g => (object)Of(g.Value))]].Value;
            }
        }

        return words;
    }

    /// <summary>The same for every field.</summary>
    public IReadOnlyDictionary<string, string[]>? Of(IReadOnlyDictionary<string, string[]>? faults) =>
        faults?.ToDictionary(f => f.Key, f => f.Value.Select(Of).ToArray(), StringComparer.Ordinal);

    [GeneratedRegex(@"\\\{\d}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
