using System.Collections.Immutable;
using LeadDesk.App.Admin;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Rules;

/// <summary>A lane while somebody edits it: the fields of the form as they stand there. Lists are texts with commas between.</summary>
public sealed class LaneForm(Lane lane)
{
    public bool IsNew { get; init; }

    public string Key => lane.Key;

    public string Name { get; set; } = lane.Name;

    public string Method { get; set; } = lane.Method;

    public string Products { get; set; } = Text(lane.When.Product);

    public string Regions { get; set; } = Text(lane.When.Region);

    public string Postcodes { get; set; } = Text(lane.When.PostcodePrefix);

    public string Countries { get; set; } = Text(lane.When.Country);

    public string Languages { get; set; } = Text(lane.When.Language);

    public ISet<string> Sources { get; } = lane.When.Source.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public ISet<RequestKind> Kinds { get; } = lane.When.RequestKind.ToHashSet();

    public decimal? ValueAtLeast { get; set; } = lane.When.ValueAtLeast;

    public decimal? ValueBelow { get; set; } = lane.When.ValueBelow;

    public int? ScoreAtLeast { get; set; } = lane.When.ScoreAtLeast;

    /// <summary>"" = either.</summary>
    public string Known { get; set; } = lane.When.KnownCustomer is { } known ? known ? "yes" : "no" : "";

    public IList<RingForm> Rings { get; } = [.. lane.Rings.Select(r => new RingForm(r))];

    /// <summary>The keys of a blend's steps, in order; "" = not chosen yet.</summary>
    public IList<string> Steps { get; } = [.. FloorFileLanes.StagesOf(lane)];

    public bool HasSteps => Catalogue.Of(Method).Offer is Domain.Distribution.Offering.Stages;

    /// <summary>What the method's own settings are set to, as text; "" = as usual.</summary>
    public IDictionary<string, string> Settings { get; } = lane.Settings.ToDictionary(StringComparer.Ordinal);

    public LeadOrder Order { get; set; } = lane.Order;

    public int FirstAttemptMinutes { get; set; } = lane.FirstAttemptMinutes;

    public int OfferSeconds { get; set; } = lane.OfferSeconds;

    public int? WipLimit { get; set; } = lane.WipLimit;

    public string Location { get; set; } = lane.Location ?? "";

    public string Fallback { get; set; } = lane.Fallback.Key;

    /// <summary>The lane as the form says it; what the form does not show stays as it was. Another method begins with its own settings.</summary>
    public Lane Lane(string key) => lane with
    {
        Key = key,
        Name = Name.Trim(),
        Method = Method,
        Settings = Kept(),
        Order = Order,
        Rings = [.. Rings.Select(r => r.Ring)],
        FirstAttemptMinutes = FirstAttemptMinutes,
        OfferSeconds = OfferSeconds,
        WipLimit = WipLimit,
        Location = Location.Length == 0 ? null : Location,
        Fallback = new Fallback(Fallback),
        When = lane.When with
        {
            Product = List(Products),
            Region = List(Regions),
            PostcodePrefix = List(Postcodes),
            Country = List(Countries),
            Language = List(Languages),
            Source = [.. Sources.Order(StringComparer.Ordinal)],
            RequestKind = [.. Kinds.Order()],
            ValueAtLeast = ValueAtLeast,
            ValueBelow = ValueBelow,
            ScoreAtLeast = ScoreAtLeast,
            KnownCustomer = Known.Length == 0 ? null : Known == "yes",
        },
    };

    /// <summary>Where its leads may go on to without going round: the next rule, the managers, and every rule from which no way leads back here.</summary>
    public IEnumerable<Lane> MayFallTo(ImmutableArray<Lane> lanes)
    {
        var byKey = lanes.ToDictionary(l => l.Key, StringComparer.Ordinal);
        return lanes.Where(l => l.Key != Key && !LeadsBack(l, byKey));
    }

    private bool LeadsBack(Lane from, Dictionary<string, Lane> lanes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Lane>([from]);
        while (open.TryPop(out var at))
        {
            if (at.Key == Key)
            {
                return true;
            }

            if (seen.Add(at.Key))
            {
                foreach (var key in FloorFileLanes.StagesOf(at).Append(at.Fallback.Key))
                {
                    if (lanes.TryGetValue(key, out var next))
                    {
                        open.Push(next);
                    }
                }
            }
        }

        return false;
    }

    // What the method does not declare is kept only while the method stays.
    private ImmutableSortedDictionary<string, string> Kept()
    {
        var knobs = Catalogue.Of(Method).Knobs.Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
        var kept = Settings.Where(s => s.Key != FloorFileLanes.Stages && s.Value.Length > 0 && (knobs.Contains(s.Key) || Method == lane.Method)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var steps = string.Join(',', Steps.Where(s => s.Length > 0).Distinct(StringComparer.Ordinal));
        return HasSteps && steps.Length > 0 ? kept.SetItem(FloorFileLanes.Stages, steps) : kept;
    }

    public void AddRing() => Rings.Add(new RingForm(new Ring()));

    private static string Text(ImmutableArray<string> list) => string.Join(", ", list);

    private static ImmutableArray<string> List(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
