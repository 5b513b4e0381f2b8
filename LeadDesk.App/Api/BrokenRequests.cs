namespace LeadDesk.App.Api;

/// <summary>What a caller is told when a request broke: never why, that is in the server's log under the trace id.</summary>
internal static class BrokenRequests
{
    public static ExceptionHandlerOptions Handling { get; } = new()
    {
        ExceptionHandler = TellAsync,
        StatusCodeSelector = static broke => broke is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
    };

    private static Task TellAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return Task.CompletedTask;
        }

        var problem = http.Response.StatusCode < StatusCodes.Status500InternalServerError
            ? Problems.Of(http, http.Response.StatusCode, "malformed", "The request broke off or was not sent as announced.")
            : Problems.Of(http, http.Response.StatusCode, "broken", "Something went wrong on our side.");
        return problem.ExecuteAsync(http);
    }
}
