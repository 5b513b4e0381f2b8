using Microsoft.AspNetCore.Diagnostics;

namespace LeadDesk.App.Api;

/// <summary>Programs get no page: what the routing alone has refused is told them as a problem like every other.</summary>
internal static class BareAnswers
{
    public static async Task Explain(HttpContext http, RequestDelegate next)
    {
        var api = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

        // A page can only be shown again in answer to a look; running a refused form once more would break on its token.
        var looks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (api || !looks || http.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase))
        {
            http.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        }

        await next(http);
        if (!api || http.Response.HasStarted || http.Response.ContentType is not null || http.Response.StatusCode is < 400 or >= 500)
        {
            return;
        }

        var (code, detail) = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("unknown", "There is no such address here; /openapi/v1.json lists all there are."),
            StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", "This address does not know that method; /openapi/v1.json lists what there is."),
            StatusCodes.Status415UnsupportedMediaType => ("not-json", "The body must be JSON in UTF-8: send it with Content-Type: application/json."),
            _ => ("invalid", "The request cannot be read as it was sent."),
        };
        await Problems.Of(http, http.Response.StatusCode, code, detail).ExecuteAsync(http);
    }
}
