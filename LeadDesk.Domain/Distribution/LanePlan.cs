using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution.Offering;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>The lanes of a floor, ready to decide with: by key, with their calendars and methods. Made once for each published plan.</summary>
public sealed class LanePlan
{
    private readonly FrozenLanes lanes;
    private readonly Dictionary<string, TimeZoneInfo> zones;

    public LanePlan(FloorPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
        zones = plan.Locations.Where(l => !l.Hours.IsAlways).ToDictionary(l => l.Key, l => TimeZoneInfo.FindSystemTimeZoneById(l.Hours.TimeZone), StringComparer.Ordinal);
        var hours = plan.Locations.ToDictionary(l => l.Key, l => l.Hours, StringComparer.Ordinal);
        lanes = new([.. plan.Lanes.Select((lane, index) => new LaneRules(lane, Catalogue.Of(lane.Method).For(lane), index,
            lane.Location is { } place ? hours[place] : OpeningHours.Always, plan.Clocks))]);
        Rescues = [.. lanes.InOrder.Where(l => l.Method.Rescues)];
    }

    /// <summary>The lanes that give leads a second chance, in their order.</summary>
    public ImmutableArray<LaneRules> Rescues { get; }

    public FloorPlan Plan { get; }

    public TimeZoneInfo Zone { get; }

    /// <summary>The clock of whoever works at a location; the floor's where it has none of its own.</summary>
    public TimeZoneInfo ZoneOf(string? location) => location is not null && zones.TryGetValue(location, out var zone) ? zone : Zone;

    public ImmutableArray<LaneRules> Lanes => lanes.InOrder;

    public LaneRules? Find(string? key) => key is null ? null : lanes.Find(key);

    /// <summary>The lanes that a blend leads through, in order; a step that is a blend itself counts as its own steps. Each stands once.</summary>
    public ImmutableArray<LaneRules> StepsOf(LaneRules blend)
    {
        ArgumentNullException.ThrowIfNull(blend);
        var steps = ImmutableArray.CreateBuilder<LaneRules>();
        Add(blend, steps, [blend.Key]);
        return steps.ToImmutable();
    }

    /// <summary>The blend that brought a lead where it is, while it still is one; null = it came by itself.</summary>
    public LaneRules? BlendOf(Leads.Stay? stay) => Find(stay?.Blend) is { Method.Offer: Stages } blend ? blend : null;

    private void Add(LaneRules blend, ImmutableArray<LaneRules>.Builder steps, HashSet<string> seen)
    {
        foreach (var key in blend.Stages)
        {
            if (Find(key) is not { } step || !seen.Add(key))
            {
                continue;
            }

            if (step.Method.Offer is Stages)
            {
                Add(step, steps, seen);
            }
            else
            {
                steps.Add(step);
            }
        }
    }

    /// <summary>The first lane from this place on whose filter takes the lead.</summary>
    public LaneRules? Choose(string source, Leads.Facts facts, int from = 0)
    {
        for (var i = from; i < Lanes.Length; i++)
        {
            if (Lanes[i].Lane.When.Takes(source, facts))
            {
                return Lanes[i];
            }
        }

        return null;
    }
}
