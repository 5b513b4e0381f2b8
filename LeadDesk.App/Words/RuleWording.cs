using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Words;

/// <summary>Says a lane as people on the floor would: which leads, how they are shared out, and what happens when nobody takes them.</summary>
public sealed class RuleWording(IStringLocalizer<RuleWords> texts, PeopleDirectory? people = null)
{
    public string this[string key] => texts[key].Value;

    public string this[string key, params object[] values] => texts[key, values].Value;

    /// <summary>The text of the key, or null where there is none.</summary>
    public string? Known(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;

    /// <summary>What a way of sharing is called.</summary>
    public string Method(string name) => Known($"method-{name}") ?? name;

    /// <summary>A person by the id the outside sees.</summary>
    public string Person(Guid id) => people?.Find(id)?.Name ?? this["somebody"];

    /// <summary>The whole rule in one or two sentences.</summary>
    public string Sentence(FloorPlan plan, Lane lane)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(lane);
        return texts["sentence", lane.Name, When(plan, lane), How(plan, lane), Then(plan, lane)];
    }

    /// <summary>Which leads it takes.</summary>
    public string When(FloorPlan plan, Lane lane)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(lane);
        var parts = Parts(plan, lane.When).ToList();
        return parts.Count > 0 ? string.Join(this["and"], parts)
            : plan.Lanes.Length > 1 && plan.Lanes[0].Key != lane.Key ? this["all-others"]
            : this["all-leads"];
    }

    /// <summary>How its leads are shared out, and among whom.</summary>
    public string How(FloorPlan plan, Lane lane)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(lane);
        var how = Known($"how-{lane.Method}") ?? lane.Method;
        var stages = lane.Settings.GetValueOrDefault("stages", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        how += stages.Length == 0 ? "" : this["steps", string.Join(", ", stages.Select(s => NameOf(plan, s)))];
        for (var i = 0; i < lane.Rings.Length; i++)
        {
            how += i == 0 ? this["ring-first", Ring(plan, lane.Rings[i])] : this["ring-then", Ring(plan, lane.Rings[i]), Span(TimeSpan.FromSeconds(lane.Rings[i - 1].ForSeconds))];
        }

        return lane.Order == LeadOrder.Fifo ? how : how + this["and"] + Order(lane.Order);
    }

    /// <summary>What happens when nobody takes it.</summary>
    public string Then(FloorPlan plan, Lane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return lane.Fallback switch
        {
            { IsNext: true } => this["then-next"],
            { IsManagers: true } => this["then-managers"],
            var other => this["then-lane", NameOf(plan, other.Key)],
        };
    }

    public string Order(LeadOrder order) => this[$"order-{WireName.Of(order)}"];

    public string Reveal(Reveal reveal) => this[$"reveal-{WireName.Of(reveal)}"];

    /// <summary>One circle of people.</summary>
    public string Ring(FloorPlan plan, Ring ring)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(ring);
        var parts = new[]
        {
            ring.Skill is null ? null : ring.Level <= 1 ? this["ring-skill", ring.Skill] : this["ring-skill-level", ring.Skill, ring.Level],
            ring.Team is { } team ? this["ring-team", plan.Teams.FirstOrDefault(t => t.Key == team)?.Name ?? team] : null,
            ring.Language is { } language ? this["ring-language", language] : null,
            ring.Region is { } region ? this["ring-region", region] : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? this["ring-all"] : string.Join(this["and"], parts);
    }

    /// <summary>A length of time in its largest whole unit.</summary>
    public string Span(TimeSpan span) => span.TotalSeconds % 60 != 0 || span.TotalSeconds < 60 ? this["seconds", Number((decimal)span.TotalSeconds)]
        : span.TotalMinutes % 60 != 0 || span.TotalHours < 1 ? this["minutes", Number((decimal)span.TotalMinutes)]
        : span.TotalHours % 24 != 0 ? this["hours", Number((decimal)span.TotalHours)]
        : this["days", Number((decimal)span.TotalDays)];

    public static string NameOf(FloorPlan plan, string lane)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Lanes.FirstOrDefault(l => l.Key == lane)?.Name ?? lane;
    }

    private IEnumerable<string> Parts(FloorPlan plan, LaneFilter when)
    {
        var parts = new[]
        {
            YesNo("knownCustomer", when.KnownCustomer),
            Any("product", when.Product),
            AtLeast("valueAtLeast", when.ValueAtLeast),
            AtLeast("valueBelow", when.ValueBelow),
            Any("requestKind", [.. when.RequestKind.Select(k => this[$"kind-{WireName.Of(k)}"])]),
            Any("source", [.. when.Source.Select(s => plan.Sources.FirstOrDefault(k => k.Key == s)?.Name ?? s)]),
            Any("region", when.Region),
            Any("postcodePrefix", when.PostcodePrefix),
            Any("country", when.Country),
            Any("language", when.Language),
            Any("company", when.Company),
            AtLeast("companySizeAtLeast", when.CompanySizeAtLeast),
            AtLeast("companySizeBelow", when.CompanySizeBelow),
            AtLeast("scoreAtLeast", when.ScoreAtLeast),
            YesNo("discreet", when.Discreet),
        };
        return parts.OfType<string>();
    }

    private string? Any(string name, ImmutableArray<string> values) => values.IsEmpty ? null : this[$"say-{name}", string.Join(this["or"], values)];

    private string? AtLeast(string name, decimal? value) => value is { } number ? this[$"say-{name}", Number(number)] : null;

    private string? YesNo(string name, bool? value) => value is null ? null : this[value.Value ? $"say-{name}-true" : $"say-{name}-false"];

    private static string Number(decimal number) => number.ToString("#,0.##", CultureInfo.CurrentCulture);
}
