using LeadDesk.App.Account;

namespace LeadDesk.App.Api;

/// <summary>Who am I.</summary>
internal static class MeApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/me", static (HttpContext http, Calls calls, PeopleDirectory people) =>
        {
            var me = calls.Floor.Person(Calls.Viewer(http));
            var entry = people.Find(me.Number);
            return Results.Json(new { id = me.Id, name = entry?.Name, email = entry?.Email, role = me.Terms.Role }, Json.Options);
        }).RequireAuthorization(Policies.Person).WithName("Me");
}
