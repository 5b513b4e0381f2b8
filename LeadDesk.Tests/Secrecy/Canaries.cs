using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LeadDesk.Domain.Distribution;

namespace LeadDesk.Tests.Secrecy;

/// <summary>Makes leads whose every field is a canary, and finds canaries in whatever was heard: as words, as numbers however they are grouped, and as ids.</summary>
internal sealed partial class Canaries
{
    private readonly ConcurrentDictionary<string, Canary> all = new(StringComparer.OrdinalIgnoreCase);
    private int made;

    public int Count => all.Count;

    /// <summary>A lead for a lane, and the canaries in it; call <see cref="Learn"/> once its id is known.</summary>
    public (JsonObject Lead, IReadOnlyDictionary<string, Canary> Inside) Lead(string product)
    {
        var inside = new Dictionary<string, Canary>(StringComparer.Ordinal);
        string Word(string field, Reveal level = Reveal.All) => Put(inside, string.Create(CultureInfo.InvariantCulture, $"zq{Interlocked.Increment(ref made):x6}v"), field, level);
        string Digits(string field, Reveal level = Reveal.All) => Put(inside, string.Create(CultureInfo.InvariantCulture, $"9{Interlocked.Increment(ref made):D7}1"), field, level);

        return (new JsonObject
        {
            ["name"] = "Pat " + Word("name"),
            ["email"] = Word("email") + "@example.com",
            ["phone"] = "+44 " + Digits("phone"),
            ["company"] = Word("company") + " Ltd",
            ["companySize"] = int.Parse(Digits("companySize"), CultureInfo.InvariantCulture),
            ["industry"] = Word("industry"),
            ["message"] = "Dear all, " + Word("message") + ", yours",
            ["value"] = decimal.Parse(Digits("value", Reveal.AllButContact), CultureInfo.InvariantCulture),
            ["region"] = Word("region", Reveal.Category),
            ["postcode"] = Word("postcode"),
            ["country"] = Word("country"),
            ["language"] = Word("language"),
            ["preferredChannel"] = Word("preferredChannel", Reveal.AllButContact),
            ["contactHours"] = Word("contactHours", Reveal.AllButContact),
            ["externalId"] = Word("externalId"),
            ["consent"] = Word("consent"),
            ["utm_source"] = Word("utm"),
            ["fields"] = new JsonObject { ["size"] = Word("fields") },
            ["product"] = product,
            ["requestKind"] = "quote",
        }, inside);
    }

    /// <summary>Something that a person types about a lead.</summary>
    public string Typed(string lead, string field)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"zq{Interlocked.Increment(ref made):x6}v");
        all[word] = new(lead, field, Reveal.All);
        return word;
    }

    public void Learn(string lead, IReadOnlyDictionary<string, Canary> inside)
    {
        foreach (var (word, canary) in inside)
        {
            all[word] = canary with { Lead = lead };
        }

        all[lead] = new(lead, "id", Reveal.Nothing);
    }

    /// <summary>The words of a lead's own fields.</summary>
    public ILookup<string, (string Word, string Field)> ByLead() => all.ToLookup(a => a.Value.Lead, a => (a.Key, a.Value.Field));

    public IReadOnlyCollection<Canary> In(string text)
    {
        var found = new HashSet<Canary>();
        foreach (var form in new[] { text, Separators().Replace(text, "") })
        {
            foreach (Match match in Shapes().Matches(form))
            {
                if (all.TryGetValue(match.Groups["n"].Success ? match.Groups["n"].Value : match.Value, out var canary))
                {
                    found.Add(canary);
                }
            }
        }

        return found;
    }

    private static string Put(Dictionary<string, Canary> inside, string word, string field, Reveal level)
    {
        inside[word] = new("", field, level);
        return word;
    }

    [GeneratedRegex("zq[0-9a-f]{6}v|(?<![0-9a-z])(?:44)?(?<n>9[0-9]{7}1)(?![0-9a-z])|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Shapes();

    [GeneratedRegex("(?<=[0-9])[,.' \u00a0\u202f](?=[0-9]{3}(?![0-9]))", RegexOptions.None, 10_000)]
    private static partial Regex Separators();
}
