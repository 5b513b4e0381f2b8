using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Mvc;

namespace LeadDesk.App.Account;

/// <summary>The posts beside the pages of shared devices. Each asks for its form's token.</summary>
public static class SwitchEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/switch/leave", LeaveAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/devices/approve", ApproveAsync).RequireAuthorization(Policies.Managers).ExcludeFromDescription();
        app.MapPost("/devices/revoke", RevokeAsync).RequireAuthorization(Policies.Managers).ExcludeFromDescription();
    }

    /// <summary>Whoever goes leaves nothing open: the session ends here, not when the next one comes.</summary>
    private static async Task<IResult> LeaveAsync(HttpContext http, [FromForm] string? returnUrl, Sessions sessions)
    {
        _ = returnUrl;
        await sessions.EndAsync(http);
        return TypedResults.LocalRedirect("/switch");
    }

    private static async Task<IResult> ApproveAsync(HttpContext http, [FromForm] string? name, Devices devices, DeskLoop desk)
    {
        var called = name?.Trim() ?? "";
        if (called.Length is 0 or > Devices.LongestName)
        {
            return TypedResults.BadRequest();
        }

        var id = Guid.NewGuid();
        if (!(await desk.SendAsync(new ApproveDevice(Actor.Person(http.User.Caller().Rep!.Value, "page"), id, Approved: true), http.RequestAborted)).IsDone)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        Devices.Remember(http, await devices.ApproveAsync(id, called, http.User.Account()!.Value));
        return TypedResults.LocalRedirect("/devices");
    }

    private static async Task<IResult> RevokeAsync(HttpContext http, [FromForm] Guid id, Devices devices, DeskLoop desk)
    {
        if (devices.IsActive(id))
        {
            await devices.RevokeAsync(id);
            await desk.SendAsync(new ApproveDevice(Actor.Person(http.User.Caller().Rep!.Value, "page"), id, Approved: false), http.RequestAborted);
        }

        return TypedResults.LocalRedirect("/devices");
    }
}
