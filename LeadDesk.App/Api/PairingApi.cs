using LeadDesk.App.Account;
using LeadDesk.Domain.Credits;

namespace LeadDesk.App.Api;

/// <summary>Whom a coach might help, for managers alone: a hint by numbers; whether somebody gets a coach is said with `PUT /people/{id}`.</summary>
internal static class PairingApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/reports/pairing", Read).RequireAuthorization(Policies.Managers).WithName("Pairing");

    private static IResult Read(Calls calls, PeopleDirectory people)
    {
        var floor = calls.Floor;
        return Results.Json(
            new
            {
                items = Pairing.Of(floor).Select(p => new
                {
                    repId = floor.Person(p.Rep).Id,
                    name = people.NameOf(p.Rep),
                    received = p.Leads,
                    won = p.Wins,
                    rate = Math.Round(p.Rate, 3),
                    teamRate = Math.Round(p.TeamRate, 3),
                    bound = Math.Round(p.Bound, 3),
                }),
                paired = floor.People.Where(p => p.Terms is { Active: true, CoachBeside: not null }).Select(p => new { repId = p.Id, name = people.NameOf(p.Number), coachId = floor.Person(p.Terms.CoachBeside!.Value).Id, coachName = people.NameOf(p.Terms.CoachBeside!.Value) }),
                next = (string?)null,
            },
            Json.Options);
    }
}
