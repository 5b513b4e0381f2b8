using LeadDesk.App.Account;
using LeadDesk.App.Rules;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>Who stands where in a rule that ranks by results, and why: for everybody who works here, with names as the rule allows.</summary>
internal static class StandingsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/lanes/{key}/standings", Read).RequireAuthorization(Policies.Person).WithName("LaneStandings");

    private static IResult Read(string key, HttpContext http, Calls calls, StandingsReading reading)
    {
        var (floor, viewer) = (calls.Floor, Calls.Viewer(http));
        if (floor.Person(viewer).Terms.Role == Role.Wallboard)
        {
            return Problems.Of(http, 403, "forbidden", "Standings are for the people who work here.");
        }

        if (floor.Plan.Find(key) is not { } lane)
        {
            return Problems.Of(http, 404, "unknown", "There is no such lane.");
        }

        if (reading.Read(viewer, floor, lane) is not { } view)
        {
            return Problems.Of(http, 404, "no-standings", "This lane does not rank people by what they won.");
        }

        var standings = view.Standings;
        return Results.Json(
            new
            {
                lane = lane.Key,
                name = view.LaneName,
                method = view.Method,
                metric = view.Metric,
                from = standings.From,
                until = standings.Until,
                teamRate = standings.TeamRate / 1000m,
                capPercent = standings.CapPercent,
                floorPercent = standings.FloorPercent,
                explorePercent = standings.ExplorePercent,
                sentence = view.Sentence,
                people = view.Lines.Select(l => new
                {
                    place = l.Place.Number,
                    repId = l.Id,
                    name = l.Name,
                    me = l.IsReader,
                    received = l.Place.Standing.Leads,
                    won = l.Place.Standing.Wins,
                    rate = l.Place.Number is null ? (decimal?)null : l.Place.Rate / 1000m,
                    score = l.Score,
                    today = l.Place.HadToday,
                    mostToday = l.Place.Most,
                    learning = l.Place.Standing.Learning,
                    sentence = l.Sentence,
                }),
            },
            Json.Options);
    }
}
