using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadDesk.App.Api;

/// <summary>Says in the document of the API that any call may be told to come later.</summary>
internal static class LimitedCalls
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.RelativePath?.StartsWith("api/", StringComparison.OrdinalIgnoreCase) == true)
        {
            operation.Responses ??= [];
            operation.Responses[StatusCodes.Status429TooManyRequests.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = "More calls in a minute than the `perMinute` of this source or person (code `too-many-calls`). Nothing was taken in; Retry-After says in how many seconds to send it again.",
            };
        }

        return Task.CompletedTask;
    }
}
