using LeadDesk.App.Account;
using LeadDesk.App.Fairness;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Api;

/// <summary>What somebody is credited with, by month: everybody their own, managers anybody's.</summary>
internal static class CreditsApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/credits", Read).RequireAuthorization(Policies.Person).WithName("Credits");

    private static IResult Read(HttpContext http, Calls calls, AccountReading accounts, string? rep = null)
    {
        var (floor, viewer) = (calls.Floor, Calls.Viewer(http));
        var leads = floor.Person(viewer).Terms.LeadsTheFloor;
        var person = rep is null or "me" ? floor.Person(viewer) : Guid.TryParse(rep, out var id) ? floor.FindPerson(id) : null;
        if (person is null && leads)
        {
            return Problems.Field(http, "rep", "must be `me` or the id of a person.");
        }

        if (person is null || (person.Number != viewer && !leads) || floor.Person(viewer).Terms.Role == Role.Wallboard)
        {
            return Problems.Of(http, 403, "forbidden", "Your own credits are there with rep=me; managers see everybody's.");
        }

        return Results.Json(
            new
            {
                repId = person.Id,
                months = person.Months.Reverse().Select(m => new { month = m.Month, won = m.Sales, assists = m.Assists, territory = m.Territory, saves = m.Saves, calls = m.Calls, contacts = m.Contacts }),
                quotas = accounts.Quotas(floor, person).Select(q => new { lane = q.Lane, what = q.What, done = q.Done, asked = q.Asked }),
            },
            Json.Options);
    }
}
