using LeadDesk.App.Api;
using LeadDesk.App.Welcome;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;

namespace LeadDesk.App.Account;

/// <summary>What somebody is told who may not come in: a browser that asks for a page is led to the sign-in, a shared device to the faces of its people, everybody else gets 401 or 403.</summary>
public sealed class ClosedDoor(Devices devices, WelcomeDoor welcome) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (authorizeResult.Challenged && AsksForAPage(context.Request))
        {
            if (welcome.IsNew)
            {
                context.Response.Redirect("/welcome");
                return Task.CompletedTask;
            }

            // Where the one before has been is nothing for the next one, so a shared device forgets it.
            context.Response.Redirect(devices.Of(context) is not null ? "/switch" : "/sign-in?returnUrl=" + Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString));
            return Task.CompletedTask;
        }

        return RefuseAsync(context, authorizeResult.Challenged ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
    }

    private static bool AsksForAPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !IsForPrograms(request.Path) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/intake", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = Schemes.Bearer;
        }

        if (!IsForPrograms(context.Request.Path))
        {
            return Task.CompletedTask;
        }

        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        var problem = status == StatusCodes.Status401Unauthorized
            ? Problems.Of(context, status, "unauthenticated", "Sign in, or send a valid token.")
            : Problems.Of(context, status, "forbidden", "Your role does not allow this.");
        return problem.ExecuteAsync(context);
    }
}
