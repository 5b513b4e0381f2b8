using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Shell;

/// <summary>The front door: everybody goes on to the screen that is theirs.</summary>
internal static class HomePage
{
    public static void Map(WebApplication app) =>
        app.MapGet("/", static (HttpContext http, Calls calls) => Results.LocalRedirect(Of(calls.Floor.Person(Calls.Viewer(http)).Terms)))
            .RequireAuthorization(Policies.Person).ExcludeFromDescription();

    private static string Of(RepTerms terms) => terms.LeadsTheFloor ? "/floor" : terms.Role == Role.Store ? "/store" : "/desk";
}
