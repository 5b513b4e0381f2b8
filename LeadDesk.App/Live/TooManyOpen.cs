using LeadDesk.App.Account;
using LeadDesk.App.Api;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace LeadDesk.App.Live;

/// <summary>One person with pages without number would slow everybody down: at the limit a further page or hub connection is refused, in words, and what is open goes on.</summary>
internal static class TooManyOpen
{
    public static Task Stop(HttpContext http, RequestDelegate next)
    {
        if ((!BeginsLine(http.Request) && !ShowsLivePage(http)) || http.User.Caller().Rep is not { } rep || !http.RequestServices.GetRequiredService<Connections>().IsFull(rep))
        {
            return next(http);
        }

        // A page is told by the status pages, in the browser's language.
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return BeginsLine(http.Request)
            ? Problems.Of(http, StatusCodes.Status429TooManyRequests, "too-many-open", $"You have {Connections.MostEach} pages and connections open. Close some of them, then try again.").ExecuteAsync(http)
            : Task.CompletedTask;
    }

    /// <summary>The first call of a new circuit or hub connection; those of one that stands carry its id.</summary>
    private static bool BeginsLine(HttpRequest request) =>
        (request.Path.StartsWithSegments("/hubs/desk", StringComparison.OrdinalIgnoreCase, out var rest) || request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase, out rest))
        && !request.Query.ContainsKey("id")
        && (HttpMethods.IsPost(request.Method) ? rest.Equals("/negotiate", StringComparison.OrdinalIgnoreCase) : !rest.HasValue);

    private static bool ShowsLivePage(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null
        && http.GetEndpoint()?.Metadata is { } page
        && page.GetMetadata<ComponentTypeMetadata>() is not null
        && page.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null;
}
