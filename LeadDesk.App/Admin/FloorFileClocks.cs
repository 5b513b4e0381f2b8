using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>The clocks of the floor file.</summary>
internal static class FloorFileClocks
{
    private const string TellManager = "tellManager";
    private const string Reclaim = "reclaim";

    public static ClockRules Read(Fields file, ClockRules basis)
    {
        var fresh = new ClockRules();
        if (file.Part("clocks") is not { } clocks)
        {
            return file.Mentions("clocks") ? fresh : basis;
        }

        var breach = clocks.Choices("breach", [TellManager, Reclaim], 10);
        var read = new ClockRules
        {
            WarnAtPercent = clocks.Or("warnAtPercent", clocks.WarnAt(), fresh.WarnAtPercent, basis.WarnAtPercent),
            TellManager = clocks.Or("breach", breach?.Contains(TellManager, StringComparer.Ordinal), fresh.TellManager, basis.TellManager),
            Reclaim = clocks.Or("breach", breach?.Contains(Reclaim, StringComparer.Ordinal), fresh.Reclaim, basis.Reclaim),
            GraceSeconds = clocks.Or("graceSeconds", clocks.Whole("graceSeconds", 0, 86_400), fresh.GraceSeconds, basis.GraceSeconds),
        };
        clocks.RefuseUnknown();
        return read;
    }

    public static JsonObject Write(ClockRules clocks)
    {
        ImmutableArray<string> breach = [.. clocks.TellManager ? [TellManager] : Array.Empty<string>(), .. clocks.Reclaim ? [Reclaim] : Array.Empty<string>()];
        return new JsonObject
        {
            ["warnAtPercent"] = FloorFileLanes.Numbers(clocks.WarnAtPercent),
            ["breach"] = new JsonArray([.. breach.Select(b => (JsonNode)b)]),
            ["graceSeconds"] = clocks.GraceSeconds,
        };
    }
}
