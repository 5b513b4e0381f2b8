using Microsoft.AspNetCore.Mvc;

namespace LeadDesk.App.Account;

/// <summary>The posts beside the sign-in page: the demo's one-click sign-ins, and signing out. Both ask for the form's token.</summary>
public static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/demo", DemoAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", SignOutAsync).WithOrder(-1).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> DemoAsync(HttpContext http, [FromForm] Guid account, [FromForm] string? returnUrl, DemoSignIns demo, Sessions sessions) =>
        demo.Offers(account) && await sessions.BeginAsync(http, account) ? TypedResults.LocalRedirect(LocalAddress.Or(returnUrl, "/")) : TypedResults.NotFound();

    /// <summary>Takes something from the form so that its token is checked. What the browser keeps of the desk goes too; over plain http it keeps it.</summary>
    private static async Task<IResult> SignOutAsync(HttpContext http, [FromForm] string? returnUrl, Sessions sessions)
    {
        await sessions.EndAsync(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return TypedResults.LocalRedirect(LocalAddress.Or(returnUrl, "/sign-in"));
    }
}
