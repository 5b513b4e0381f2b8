using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>The lanes of a floor as one ordered list that stands for itself: what is left out of a lane has its default, a lane that is left out is gone.</summary>
public static class LaneList
{
    /// <summary>A floor that no list of lanes may leave behind: without any, every lead would wait for a manager.</summary>
    private const string Empty = "At least one lane is expected.";

    private static readonly string[] Told = ["version", "sentence", "hits7Days", "warning"];

    /// <summary>Reads a member of a body; every fault is noted by its JSON path. The lanes carry the versions they would be published with. People come by id, and by e-mail where idOf finds them.</summary>
    public static ImmutableArray<Lane> Read(Fields body, string name, FloorPlan plan, Func<string, Guid?>? idOf = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(plan);
        var lanes = FloorFileKeys.Read(body, name, Enumerable.Empty<Lane>(), l => l.Key, (entry, key, _) => ReadOne(entry, key));
        if (lanes.IsEmpty)
        {
            body.Wrong(name, Empty);
        }

        lanes = LanePeople.Resolve(lanes, idOf ?? (_ => null), body.Errors);
        if (body.Errors.Any)
        {
            return [];
        }

        var next = plan with { Lanes = lanes };
        FloorFileChecks.Check(new FloorFileParts { Errors = body.Errors, Plan = next, NamedLanes = [.. lanes.Select(l => l.Key)] });
        return body.Errors.Any ? [] : Numbered(plan, lanes);
    }

    /// <summary>The same for lanes that are already lanes: what an editor or an older version holds.</summary>
    public static (ImmutableArray<Lane> Lanes, FieldErrors Errors) Check(FloorPlan plan, ImmutableArray<Lane> lanes)
    {
        var errors = new FieldErrors();
        var body = Fields.Over(JsonSerializer.SerializeToElement(new JsonObject { ["lanes"] = Write(lanes) }), errors);
        return (Read(body, "lanes", plan), errors);
    }

    public static JsonArray Write(ImmutableArray<Lane> lanes) => [.. lanes.Select(Write)];

    /// <summary>Whether two lists say the same.</summary>
    public static bool Same(ImmutableArray<Lane> a, ImmutableArray<Lane> b) =>
        a.Length == b.Length && a.Zip(b).All(pair => JsonNode.DeepEquals(FloorFileLanes.Write(pair.First), FloorFileLanes.Write(pair.Second)));

    /// <summary>The plan with these lanes in place of its own.</summary>
    public static FloorPlan Over(FloorPlan plan, ImmutableArray<Lane> lanes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return FloorFileVersions.Number(plan with { Lanes = lanes }, plan);
    }

    private static ImmutableArray<Lane> Numbered(FloorPlan plan, ImmutableArray<Lane> lanes) => Over(plan, lanes).Lanes;

    private static JsonObject Write(Lane lane)
    {
        var written = FloorFileLanes.Write(lane);
        written["version"] = lane.Version;
        return written;
    }

    // What is told with every lane may come back with it; it counts for nothing.
    private static Lane ReadOne(Fields entry, string key)
    {
        foreach (var told in Told)
        {
            entry.Value(told);
        }

        return FloorFileLanes.Read(entry, key, null, Catalogue.Names, alone: false);
    }
}
