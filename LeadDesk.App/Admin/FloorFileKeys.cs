using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LeadDesk.App.Api;

namespace LeadDesk.App.Admin;

/// <summary>Keys of the floor file: how they look, and lists of things that each have one.</summary>
internal static partial class FloorFileKeys
{
    public const string Rule = "A key of 1 to 64 letters A-Z a-z, digits, dots, hyphens or underscores is expected.";

    public static bool IsKey(string text) => Shape().IsMatch(text);

    /// <summary>The key under this name, or null with an error.</summary>
    public static string? Key(this Fields entry, string name, bool required = false)
    {
        var key = entry.Text(name, int.MaxValue, required);
        if (key is not null && !IsKey(key))
        {
            entry.Wrong(name, Rule);
            return null;
        }

        return key;
    }

    /// <summary>A list of keys.</summary>
    public static ImmutableArray<string>? Keys(this Fields entry, string name)
    {
        if (entry.Texts(name, 1000, 500) is not { } keys)
        {
            return null;
        }

        if (keys.All(IsKey))
        {
            return keys;
        }

        entry.Wrong(name, "Each of these has to be a key. " + Rule);
        return null;
    }

    /// <summary>Reads the objects of a list, each over the one of the same key that is there already, if any; a key may be named once.</summary>
    public static ImmutableArray<T> Read<T>(Fields file, string name, IEnumerable<T> basis, Func<T, string> keyOf, Func<Fields, string, T?, T> read)
        where T : class
    {
        var there = basis.ToDictionary(keyOf, StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in file.Parts(name, 5_000) ?? [])
        {
            var key = entry.Key("key", required: true);
            if (key is not null && !named.Add(key))
            {
                entry.Wrong("key", $"The key {key} is already used above; each may stand once.");
            }

            all.Add(read(entry, key ?? "", there.GetValueOrDefault(key ?? "")));
            entry.RefuseUnknown();
        }

        return all.ToImmutable();
    }

    /// <summary>What is there, in its order, with the named ones in place of their elders and the new ones behind.</summary>
    public static ImmutableArray<T> Merge<T>(ImmutableArray<T> basis, ImmutableArray<T> named, Func<T, string> keyOf)
    {
        var byKey = named.DistinctBy(keyOf, StringComparer.Ordinal).ToDictionary(keyOf, StringComparer.Ordinal);
        var old = basis.Select(keyOf).ToHashSet(StringComparer.Ordinal);
        return [.. basis.Select(b => byKey.GetValueOrDefault(keyOf(b)) ?? b), .. byKey.Values.Where(n => !old.Contains(keyOf(n)))];
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
