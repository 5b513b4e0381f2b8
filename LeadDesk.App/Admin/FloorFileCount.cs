using System.Text.Json.Nodes;

namespace LeadDesk.App.Admin;

/// <summary>How many of one part of the set-up (people, locations, teams, sources) a floor file makes, changes and takes away.</summary>
public sealed record FloorFileCount(string Part, int New, int Changed, int Gone)
{
    public bool IsEmpty => (New, Changed, Gone) == (0, 0, 0);

    /// <summary>Counts by key; what is written the same is the same, unless it is told as changed.</summary>
    internal static FloorFileCount Of<T>(string part, IEnumerable<T> before, IEnumerable<T> after, Func<T, string> key, Func<T, JsonNode> write, IEnumerable<string>? changed = null)
    {
        var was = before.ToDictionary(key, write, StringComparer.Ordinal);
        var now = after.ToDictionary(key, write, StringComparer.Ordinal);
        var told = (changed ?? []).ToHashSet(StringComparer.Ordinal);
        return new(
            part,
            now.Keys.Count(k => !was.ContainsKey(k)),
            now.Count(n => was.TryGetValue(n.Key, out var old) && (told.Contains(n.Key) || !JsonNode.DeepEquals(old, n.Value))),
            was.Keys.Count(k => !now.ContainsKey(k)));
    }
}
