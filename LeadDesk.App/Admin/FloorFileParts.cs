using System.Collections.Immutable;
using System.Text.Json;
using LeadDesk.App.Api;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>A floor file laid over a floor: the plan that comes out, the people and the lanes it names (in its order), its secrets, its errors.</summary>
internal sealed record FloorFileParts
{
    public required FieldErrors Errors { get; init; }

    public bool Replace { get; init; }

    public required FloorPlan Plan { get; init; }

    public ImmutableArray<string> NamedLanes { get; init; } = [];

    public ImmutableArray<string> NamedTeams { get; init; } = [];

    public ImmutableArray<PersonEntry> People { get; init; } = [];

    public ImmutableArray<SourceSecrets> Secrets { get; init; } = [];

    /// <summary>Lays the file over a plan. Alone = the floor is not known yet, so that a new lane cannot be told from an old one.</summary>
    public static FloorFileParts Over(JsonElement json, FloorPlan plan, IReadOnlyCollection<PersonEntry> people, IReadOnlyCollection<string> methods, bool alone)
    {
        var errors = new FieldErrors();
        var file = Fields.Over(json, errors);
        var replace = file.YesNo("replace") ?? false;
        var zone = file.Or("timeZone", file.Zone("timeZone"), FloorPlan.Empty.TimeZone, plan.TimeZone);
        var locations = FloorFileKeys.Read(file, "locations", plan.Locations, l => l.Key, (entry, key, basis) => FloorFilePlaces.ReadLocation(entry, key, basis, zone));
        var teams = FloorFileKeys.Read(file, "teams", plan.Teams, t => t.Key, FloorFilePlaces.ReadTeam);
        var secrets = ImmutableArray.CreateBuilder<SourceSecrets>();
        var sources = FloorFileKeys.Read(file, "sources", plan.Sources, s => s.Key, (entry, key, basis) => FloorFileSources.Read(entry, key, basis, secrets));
        var lanes = FloorFileKeys.Read(file, "lanes", plan.Lanes, l => l.Key, (entry, key, basis) => FloorFileLanes.Read(entry, key, basis, methods, alone));
        var named = lanes.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        var merged = plan with
        {
            TimeZone = zone,
            Currency = file.Or("currency", file.Currency("currency"), FloorPlan.Empty.Currency, plan.Currency),
            Locations = FloorFileKeys.Merge(plan.Locations, locations, l => l.Key),
            Teams = FloorFileKeys.Merge(plan.Teams, teams, t => t.Key),
            Sources = FloorFileKeys.Merge(plan.Sources, sources, s => s.Key),
            Lanes = [.. lanes.DistinctBy(l => l.Key, StringComparer.Ordinal), .. plan.Lanes.Where(l => !named.Contains(l.Key))],
            Clocks = FloorFileClocks.Read(file, plan.Clocks),
            Outcomes = FloorFileOutcomes.Read(file, plan.Outcomes),
            Replies = file.Or("replies", file.Texts("replies", 500, 8), [], plan.Replies),
            Branding = FloorFileBranding.Read(file, plan.Branding),
        };
        var entries = FloorFilePeople.Read(file, people, alone, location => ZoneOf(merged, location));
        file.RefuseUnknown();
        return new FloorFileParts
        {
            Errors = errors,
            Replace = replace,
            Plan = merged,
            NamedLanes = [.. lanes.Select(l => l.Key)],
            NamedTeams = [.. teams.Select(t => t.Key)],
            People = entries,
            Secrets = secrets.ToImmutable(),
        };
    }

    /// <summary>The zone in which somebody of this location works.</summary>
    public static string ZoneOf(FloorPlan plan, string? location) =>
        plan.Locations.FirstOrDefault(l => l.Key == location)?.Hours.TimeZone ?? plan.TimeZone;
}
