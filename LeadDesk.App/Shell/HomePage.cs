using LeadDesk.App.Account;
using LeadDesk.App.Api;

namespace LeadDesk.App.Shell;

/// <summary>The front door: everybody goes on to the screen that is theirs.</summary>
internal static class HomePage
{
    public static void Map(WebApplication app) =>
        app.MapGet("/", static (HttpContext http, Calls calls) => Results.LocalRedirect(
            calls.Floor.Person(Calls.Viewer(http)).Terms.LeadsTheFloor ? "/floor" : "/desk")).RequireAuthorization(Policies.Person).ExcludeFromDescription();
}
