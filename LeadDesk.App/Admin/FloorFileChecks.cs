using System.Globalization;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;

namespace LeadDesk.App.Admin;

/// <summary>
/// Whether what a floor file points to is there, and whether its fallbacks come to an end. "next" is no part of a cycle: it only ever
/// leads to a lane that the lead has not left before.
/// </summary>
internal static class FloorFileChecks
{
    public static void Check(FloorFileParts parts)
    {
        var plan = parts.Plan;
        var locations = plan.Locations.Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        var teams = plan.Teams.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var lanes = plan.Lanes.ToDictionary(l => l.Key, StringComparer.Ordinal);
        for (var i = 0; i < parts.NamedTeams.Length; i++)
        {
            var team = plan.Teams.First(t => t.Key == parts.NamedTeams[i]);
            There(team.Location, "location", locations, Path("teams", i, "location"), parts.Errors);
        }

        for (var i = 0; i < parts.NamedLanes.Length; i++)
        {
            CheckLane(lanes[parts.NamedLanes[i]], i, lanes, locations, teams, parts.Errors);
        }

        for (var i = 0; i < parts.People.Length; i++)
        {
            CheckPerson(parts.People[i], i, lanes.Keys, locations, teams, parts.Errors);
        }

        CheckTokens(parts);
    }

    private static void CheckTokens(FloorFileParts parts)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in parts.Secrets.Where(s => s.Token is not null && !tokens.Add(s.Token)))
        {
            parts.Errors.Add("sources", $"The token of {source.Key} is already used above; each needs one of its own.");
        }

        for (var i = 0; i < parts.People.Length; i++)
        {
            if (parts.People[i].Token is { } token && !tokens.Add(token))
            {
                parts.Errors.Add(Path("people", i, "token"), "This token is already used above; each person and source needs one of their own.");
            }
        }
    }

    private static void CheckLane(Lane lane, int at, Dictionary<string, Lane> lanes, HashSet<string> locations, HashSet<string> teams, FieldErrors errors)
    {
        There(lane.Location, "location", locations, Path("lanes", at, "location"), errors);
        for (var ring = 0; ring < lane.Rings.Length; ring++)
        {
            There(lane.Rings[ring].Team, "team", teams, Path("lanes", at, Path("rings", ring, "team")), errors);
        }

        if (!lane.Fallback.IsNext && !lane.Fallback.IsManagers && !lanes.ContainsKey(lane.Fallback.Key))
        {
            errors.Add(Path("lanes", at, "fallback"), $"There is no lane {lane.Fallback.Key}. Allowed here: next, managers, {string.Join(", ", lanes.Keys)}.");
        }

        var stages = FloorFileLanes.StagesOf(lane);
        if (stages.Count == 0 && Catalogue.Find(lane.Method)?.Offer is Domain.Distribution.Offering.Stages)
        {
            errors.Add(Path("lanes", at, FloorFileLanes.Stages), "A blend goes through other lanes: name at least one by its key.");
        }
        else if (stages.Count > 0 && Catalogue.Find(lane.Method) is { Offer: not Domain.Distribution.Offering.Stages })
        {
            errors.Add(Path("lanes", at, FloorFileLanes.Stages), $"Only a blend has stages; {lane.Method} has none.");
        }

        for (var stage = 0; stage < stages.Count; stage++)
        {
            There(stages[stage], "lane", lanes.Keys, Path("lanes", at, string.Create(CultureInfo.InvariantCulture, $"stages[{stage}]")), errors);
        }

        if (ComesBack(lane, lanes))
        {
            errors.Add(Path("lanes", at, stages.Count > 0 ? "stages" : "fallback"), $"This goes in a circle: it leads back to {lane.Key}. A chain of fallbacks has to end with next or managers.");
        }
    }

    private static void CheckPerson(PersonEntry person, int at, IReadOnlyCollection<string> lanes, HashSet<string> locations, HashSet<string> teams, FieldErrors errors)
    {
        There(person.Terms.Location, "location", locations, Path("people", at, "location"), errors);
        for (var team = 0; team < person.Terms.Teams.Length; team++)
        {
            There(person.Terms.Teams[team], "team", teams, Path("people", at, string.Create(CultureInfo.InvariantCulture, $"teams[{team}]")), errors);
        }

        foreach (var lane in person.OptIn.Keys)
        {
            There(lane, "lane", lanes, Path("people", at, $"optIn.{lane}"), errors);
        }
    }

    private static void There(string? key, string what, IReadOnlyCollection<string> known, string path, FieldErrors errors)
    {
        if (key is not null && !known.Contains(key, StringComparer.Ordinal))
        {
            errors.Add(path, known.Count == 0 ? $"There is no {what} {key}; the floor has none yet." : $"There is no {what} {key}. Allowed here: {string.Join(", ", known)}.");
        }
    }

    private static bool ComesBack(Lane lane, Dictionary<string, Lane> lanes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(LeadsTo(lane));
        while (open.TryPop(out var key))
        {
            if (key == lane.Key)
            {
                return true;
            }

            if (seen.Add(key) && lanes.TryGetValue(key, out var next))
            {
                foreach (var further in LeadsTo(next))
                {
                    open.Push(further);
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> LeadsTo(Lane lane) =>
        lane.Fallback.IsNext || lane.Fallback.IsManagers ? FloorFileLanes.StagesOf(lane) : FloorFileLanes.StagesOf(lane).Append(lane.Fallback.Key);

    private static string Path(string list, int index, string member) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}].{member}");
}
