using System.Collections.Immutable;
using LeadDesk.App.Admin;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Rules;

/// <summary>Rules that are being edited: the plan and version they began with, and the lanes as they would be.</summary>
public sealed record RulesDraft(int Version, FloorPlan Basis, ImmutableArray<Lane> Lanes)
{
    /// <summary>The proposal that it began with; null = it began with the rules in force.</summary>
    public Guid? Proposal { get; init; }

    public FloorPlan Plan => LaneList.Over(Basis, Lanes);

    public bool IsChanged => !LaneList.Same(Basis.Lanes, Lanes);

    /// <summary>What is wrong, by the same judge as over HTTP; the paths begin with lanes[n].</summary>
    public IReadOnlyList<FieldError> Faults => LaneList.Check(Basis, Lanes).Errors.All;

    public static RulesDraft Of(RulesView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Version, view.Plan, view.Plan.Lanes);
    }

    /// <summary>A lane in place of the one with its key, or a new one before the last: the last is most often the one for everything else.</summary>
    public RulesDraft With(Lane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var at = IndexOf(lane.Key);
        return this with { Lanes = at >= 0 ? Lanes.SetItem(at, lane) : Lanes.Insert(Math.Max(0, Lanes.Length - 1), lane) };
    }

    /// <summary>One place up (-1) or down (+1); at the end nothing moves.</summary>
    public RulesDraft Move(string key, int by)
    {
        var (from, to) = (IndexOf(key), IndexOf(key) + by);
        return from < 0 || to < 0 || to >= Lanes.Length ? this : this with { Lanes = Lanes.RemoveAt(from).Insert(to, Lanes[from]) };
    }

    /// <summary>Without a lane; what fell back to it goes to the next that fits.</summary>
    public RulesDraft Without(string key) => this with
    {
        Lanes = [.. Lanes.Where(l => l.Key != key).Select(l => l.Fallback.Key == key ? l with { Fallback = Fallback.Next } : l)],
    };

    /// <summary>The same lanes over what somebody else has published meanwhile.</summary>
    public RulesDraft Over(RulesView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return this with { Version = view.Version, Basis = view.Plan };
    }

    /// <summary>A key nobody has, made of a name.</summary>
    public string KeyFor(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = string.Join('-', new string([.. name.Normalize(System.Text.NormalizationForm.FormD).Where(c => c < 128).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        plain = plain.Length is 0 or > 50 || plain is "next" or "managers" ? "rule" : plain;
        var key = plain;
        for (var i = 2; IndexOf(key) >= 0 || Basis.Retired.ContainsKey(key); i++)
        {
            key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{plain}-{i}");
        }

        return key;
    }

    private int IndexOf(string key)
    {
        for (var i = 0; i < Lanes.Length; i++)
        {
            if (Lanes[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
