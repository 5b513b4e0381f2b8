using System.Globalization;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Settings;

/// <summary>The floor's settings as they are typed, and what of them differs from the floor, as parts of a floor file.</summary>
public sealed class FloorForm
{
    /// <summary>Outcomes that ask for a reason.</summary>
    public static IReadOnlyList<Outcome> Outcomes { get; } = [Outcome.Lost, Outcome.Nurture, Outcome.Junk, Outcome.NonSales];

    public string TimeZone { get; set; } = "";

    public string Currency { get; set; } = "";

    public IList<PlaceForm> Places { get; init; } = [];

    public IList<GoalForm> Goals { get; init; } = [];

    /// <summary>Percentages of the goal at which people are warned, with commas.</summary>
    public string WarnAt { get; set; } = "";

    public int GraceSeconds { get; set; }

    /// <summary>Outcome to its reasons, one a line.</summary>
    public IDictionary<Outcome, string> Reasons { get; init; } = new Dictionary<Outcome, string>();

    /// <summary>One a line.</summary>
    public string Replies { get; set; } = "";

    public string BrandName { get; set; } = "";

    /// <summary>#rrggbb; empty = ours.</summary>
    public string Accent { get; set; } = "";

    public static FloorForm Of(FloorPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new()
        {
            TimeZone = plan.TimeZone,
            Currency = plan.Currency,
            Places = [.. plan.Locations.Select(PlaceForm.Of)],
            Goals = [.. plan.Lanes.Select(GoalForm.Of)],
            WarnAt = string.Join(", ", plan.Clocks.WarnAtPercent),
            GraceSeconds = plan.Clocks.GraceSeconds,
            Reasons = Outcomes.ToDictionary(o => o, o => string.Join('\n', plan.Outcomes.GetValueOrDefault(WireName.Of(o), []))),
            Replies = string.Join('\n', plan.Replies),
            BrandName = plan.Branding?.Name ?? "",
            Accent = plan.Branding?.Accent ?? "",
        };
    }

    /// <summary>Only what differs from this plan; empty where nothing does. Places and lanes keep their order, so that a fault is found by its number.</summary>
    public JsonObject ToJson(FloorPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (was, now) = (Of(plan).Whole(), Whole());
        var changed = new JsonObject();
        foreach (var (part, value) in now.ToList())
        {
            if (!JsonNode.DeepEquals(was[part], value))
            {
                now.Remove(part);
                changed[part] = value;
            }
        }

        return changed;
    }

    private JsonObject Whole()
    {
        var keys = new HashSet<string>(Places.Select(p => p.Key).OfType<string>(), StringComparer.Ordinal);
        return new()
        {
            ["timeZone"] = TimeZone.Trim(),
            ["currency"] = Currency.Trim().ToUpperInvariant(),
            ["locations"] = new JsonArray([.. Places.Select(p => (JsonNode)p.ToJson(p.Key ?? FreeKey(keys)))]),
            ["lanes"] = new JsonArray([.. Goals.Select(g => (JsonNode)new JsonObject { ["key"] = g.Key, ["firstAttemptMinutes"] = g.Minutes, ["offerSeconds"] = g.OfferSeconds })]),
            ["clocks"] = new JsonObject { ["warnAtPercent"] = new JsonArray([.. WarnAt.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Percent)]), ["graceSeconds"] = GraceSeconds },
            ["outcomes"] = new JsonObject(Reasons.Select(r => KeyValuePair.Create(WireName.Of(r.Key), (JsonNode?)Texts(r.Value)))),
            ["replies"] = Texts(Replies),
            ["branding"] = BrandName.Trim().Length == 0 && Accent.Trim().Length == 0 ? null : new JsonObject { ["name"] = Text(BrandName), ["accent"] = Text(Accent) },
        };
    }

    private static string FreeKey(HashSet<string> taken)
    {
        var key = Enumerable.Range(1, int.MaxValue).Select(i => string.Create(CultureInfo.InvariantCulture, $"place-{i}")).First(k => !taken.Contains(k));
        taken.Add(key);
        return key;
    }

    private static JsonNode Percent(string text) => int.TryParse(text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : text;

    private static JsonArray Texts(string lines) => [.. Lines.Of(lines).Select(l => (JsonNode)l)];

    private static string? Text(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}
