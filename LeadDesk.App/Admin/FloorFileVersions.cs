using System.Text.Json.Nodes;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>Numbers the lanes of a new plan: one that says something else than before is one version on, the others keep theirs. A lane that comes back goes on from where it ended, so that no receipt's version is used twice.</summary>
internal static class FloorFileVersions
{
    public static FloorPlan Number(FloorPlan plan, FloorPlan before)
    {
        var old = before.Lanes.ToDictionary(l => l.Key, StringComparer.Ordinal);
        var kept = plan.Lanes.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        return plan with
        {
            Lanes = [.. plan.Lanes.Select(lane => lane with { Version = Version(lane, old.GetValueOrDefault(lane.Key), before.Retired.GetValueOrDefault(lane.Key)) })],
            Retired = before.Retired.RemoveRange(kept).SetItems(before.Lanes.Where(l => !kept.Contains(l.Key)).Select(l => KeyValuePair.Create(l.Key, l.Version))),
        };
    }

    // As text, because the lists in a record are compared by place and not by content.
    private static int Version(Lane lane, Lane? before, int retired) =>
        before is null ? retired + 1 : JsonNode.DeepEquals(FloorFileLanes.Write(lane), FloorFileLanes.Write(before)) ? before.Version : before.Version + 1;
}
