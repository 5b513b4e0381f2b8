using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;

namespace LeadDesk.App.Admin;

/// <summary>The rings of a lane in the floor file.</summary>
internal static class FloorFileRings
{
    public static ImmutableArray<Ring>? Read(Fields lane) => lane.Parts("rings", 20)?.Select(ReadOne).ToImmutableArray();

    public static JsonArray Write(ImmutableArray<Ring> rings) => [.. rings.Select(WriteOne)];

    private static Ring ReadOne(Fields entry)
    {
        var fresh = new Ring();
        var ring = new Ring
        {
            Skill = entry.Text("skill", 200),
            Level = entry.Whole("level", 1, 3) ?? fresh.Level,
            Team = entry.Key("team"),
            Language = entry.Text("language", 200),
            Region = entry.Text("region", 200),
            ForSeconds = entry.Whole("forSeconds", 1, 30 * 86_400) ?? fresh.ForSeconds,
        };
        if (ring.Skill is null && entry.Has("level"))
        {
            entry.Wrong("level", "A level needs a skill beside it.");
        }

        entry.RefuseUnknown();
        return ring;
    }

    private static JsonObject WriteOne(Ring ring) => new JsonObject()
        .Unless(ring.Skill is null, "skill", ring.Skill)
        .Unless(ring.Skill is null, "level", ring.Level)
        .Unless(ring.Team is null, "team", ring.Team)
        .Unless(ring.Language is null, "language", ring.Language)
        .Unless(ring.Region is null, "region", ring.Region)
        .Unless(false, "forSeconds", ring.ForSeconds);
}
