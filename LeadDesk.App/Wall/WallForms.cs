using LeadDesk.App.Account;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Mvc;

namespace LeadDesk.App.Wall;

/// <summary>The post beside the page of wallboard links. It asks for its form's token.</summary>
internal static class WallForms
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/walls/revoke", RevokeAsync).RequireAuthorization(Policies.Managers).ExcludeFromDescription();

    private static async Task<IResult> RevokeAsync(HttpContext http, [FromForm] Guid id, Walls walls)
    {
        await walls.TakeDownAsync(Actor.Person(http.User.Caller().Rep!.Value, "page"), id, http.RequestAborted);
        return TypedResults.LocalRedirect("/walls");
    }
}
