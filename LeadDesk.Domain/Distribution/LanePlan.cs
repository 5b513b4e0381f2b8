using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution;

/// <summary>The lanes of a floor, ready to decide with: by key, with their calendars and methods. Made once for each published plan.</summary>
public sealed class LanePlan
{
    private readonly FrozenLanes lanes;

    public LanePlan(FloorPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
        var hours = plan.Locations.ToDictionary(l => l.Key, l => l.Hours, StringComparer.Ordinal);
        lanes = new([.. plan.Lanes.Select((lane, index) => new LaneRules(lane, Catalogue.Of(lane.Method), index,
            lane.Location is { } place ? hours[place] : OpeningHours.Always, plan.Clocks))]);
    }

    public FloorPlan Plan { get; }

    public TimeZoneInfo Zone { get; }

    public ImmutableArray<LaneRules> Lanes => lanes.InOrder;

    public LaneRules? Find(string? key) => key is null ? null : lanes.Find(key);

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
