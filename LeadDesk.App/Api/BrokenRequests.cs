using System.Data.Common;

namespace LeadDesk.App.Api;

/// <summary>What a caller is told when a request broke: never why, that is in the server's log under the trace id.</summary>
internal static class BrokenRequests
{
    public static ExceptionHandlerOptions Handling { get; } = new()
    {
        ExceptionHandler = TellAsync,
        StatusCodeSelector = static broke => broke switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            DbException or { InnerException: DbException } => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        },
    };

    private static Task TellAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return Task.CompletedTask;
        }

        var status = http.Response.StatusCode;
        var problem = status switch
        {
            < StatusCodes.Status500InternalServerError => Problems.Of(http, status, "malformed", "The request broke off or was not sent as announced."),
            StatusCodes.Status503ServiceUnavailable => Problems.Of(http, status, "retry", "The desk cannot reach its store right now. Try again in a moment."),
            _ => Problems.Of(http, status, "broken", "Something went wrong on our side."),
        };
        return problem.ExecuteAsync(http);
    }
}
