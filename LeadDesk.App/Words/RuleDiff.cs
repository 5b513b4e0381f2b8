using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Admin;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Words;

/// <summary>What is different between two sets of lanes, one sentence a difference, in the order in which people would tell it.</summary>
public sealed class RuleDiff(RuleWording words)
{
    public ImmutableArray<string> Of(FloorPlan before, FloorPlan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var was = before.Lanes.ToDictionary(l => l.Key, StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < after.Lanes.Length; i++)
        {
            if (!was.ContainsKey(after.Lanes[i].Key))
            {
                lines.Add(words["diff-added", after.Lanes[i].Name, Place(i), words.When(after, after.Lanes[i]), words.How(after, after.Lanes[i])]);
            }
        }

        var kept = after.Lanes.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        lines.AddRange(before.Lanes.Where(l => !kept.Contains(l.Key)).Select(l => words["diff-removed", l.Name]));
        foreach (var lane in after.Lanes)
        {
            if (was.TryGetValue(lane.Key, out var old))
            {
                lines.AddRange(Changes(before, old, after, lane));
            }
        }

        lines.AddRange(Moves(before, after));
        return lines.ToImmutable();
    }

    private IEnumerable<string> Changes(FloorPlan before, Lane old, FloorPlan after, Lane lane)
    {
        var (was, now) = (FloorFileLanes.Write(old), FloorFileLanes.Write(lane));
        foreach (var field in was.Select(f => f.Key).Union(now.Select(f => f.Key), StringComparer.Ordinal).Where(f => !JsonNode.DeepEquals(was[f], now[f])))
        {
            if (field == "name")
            {
                yield return words["diff-renamed", old.Name, lane.Name];
            }
            else if (field == "settings")
            {
                foreach (var line in Settings(lane.Name, was[field] as JsonObject, now[field] as JsonObject))
                {
                    yield return line;
                }
            }
            else
            {
                yield return words["diff-changed", lane.Name, words.Known($"field-{field}") ?? field, Value(before, old, field, was[field]), Value(after, lane, field, now[field])];
            }
        }
    }

    private IEnumerable<string> Settings(string lane, JsonObject? was, JsonObject? now) =>
        (was ?? []).Select(s => s.Key).Union((now ?? []).Select(s => s.Key), StringComparer.Ordinal)
            .Where(s => !JsonNode.DeepEquals(was?[s], now?[s]))
            .Select(s => words["diff-changed", lane, words.Known($"knob-{s}") ?? s, Plain(was?[s]), Plain(now?[s])]);

    private string Value(FloorPlan plan, Lane lane, string field, JsonNode? value) => field switch
    {
        "when" => words.When(plan with { Lanes = [lane] }, lane),
        "method" => words.Method(lane.Method),
        "order" => words.Order(lane.Order),
        "reveal" => lane.Reveal is { } reveal ? words.Reveal(reveal) : words["value-default"],
        "rings" => lane.Rings.IsEmpty ? words["ring-all"] : string.Join(", ", lane.Rings.Select(r => $"{words.Ring(plan, r)} ({words.Span(TimeSpan.FromSeconds(r.ForSeconds))})")),
        "fallback" => lane.Fallback switch { { IsNext: true } => words["value-next"], { IsManagers: true } => words["value-managers"], var other => RuleWording.NameOf(plan, other.Key) },
        "noRepeat" => lane.NoRepeat switch { null => words["value-all"], 0 => words["value-none-of-them"], var last => words["value-last", last] },
        "location" => plan.Locations.FirstOrDefault(l => l.Key == lane.Location)?.Name ?? lane.Location ?? words["value-always"],
        "stages" => string.Join(", ", FloorFileLanes.StagesOf(lane).Select(s => RuleWording.NameOf(plan, s))) is { Length: > 0 } steps ? steps : words["value-none"],
        "ownerMinutes" or "stopTheLine" or "warnAtPercent" when value is null => words["value-default"],
        _ => Plain(value),
    };

    private string Plain(JsonNode? value) => value switch
    {
        null => words["value-none"],
        JsonArray list => string.Join(", ", list.Select(Plain)) is { Length: > 0 } items ? items : words["value-none"],
        JsonObject pairs => string.Join(", ", pairs.Select(p => $"{(Guid.TryParseExact(p.Key, "D", out var person) ? words.Person(person) : p.Key)} {Plain(p.Value)}")) is { Length: > 0 } members ? members : words["value-none"],
        _ when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => words[value.GetValue<bool>() ? "value-yes" : "value-no"],
        _ when value.GetValueKind() is JsonValueKind.Number => value.ToJsonString(),
        _ when Guid.TryParseExact(value.GetValue<string>(), "D", out var id) => words.Person(id),
        _ => value.GetValue<string>(),
    };

    /// <summary>As few as possible are said to have moved: those outside a longest run that kept its order.</summary>
    private IEnumerable<string> Moves(FloorPlan before, FloorPlan after)
    {
        var places = before.Lanes.Select((l, i) => (l.Key, i)).ToDictionary(l => l.Key, l => l.i, StringComparer.Ordinal);
        var both = after.Lanes.Select((l, i) => (Lane: l, At: i)).Where(l => places.ContainsKey(l.Lane.Key)).ToList();
        var still = Longest([.. both.Select(b => places[b.Lane.Key])]);
        return both.Where(b => !still.Contains(places[b.Lane.Key])).Select(b => words["diff-moved", b.Lane.Name, Place(places[b.Lane.Key]), Place(b.At)]);
    }

    private static HashSet<int> Longest(int[] places)
    {
        var length = new int[places.Length];
        var from = new int[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            (length[i], from[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[j] < places[i] && length[j] + 1 > length[i])
                {
                    (length[i], from[i]) = (length[j] + 1, j);
                }
            }
        }

        var run = new HashSet<int>();
        for (var at = places.Length == 0 ? -1 : Array.IndexOf(length, length.Max()); at >= 0; at = from[at])
        {
            run.Add(places[at]);
        }

        return run;
    }

    private static string Place(int index) => (index + 1).ToString(CultureInfo.CurrentCulture);
}
