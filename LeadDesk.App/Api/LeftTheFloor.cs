using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>What a verb on a lead answers that was closed so long ago that the floor keeps it no more: for whoever may see it, it is there and cannot be changed.</summary>
internal static class LeftTheFloor
{
    /// <summary>These calls change a lead; where `ownersOnly`, nobody but its owner may.</summary>
    public static T AnswersForClosed<T>(this T calls, bool ownersOnly)
        where T : IEndpointConventionBuilder
    {
        calls.AddEndpointFilter(async (call, next) =>
        {
            var answer = await next(call);
            var http = call.HttpContext;
            return answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status404NotFound } && HttpMethods.IsPost(http.Request.Method) && Guid.TryParse(http.GetRouteValue("id") as string, out var id)
                && await http.RequestServices.GetRequiredService<LeadReading>().ClosedAsync(Calls.Viewer(http), new LeadId(id)) is { } closed
                ? http.RequestServices.GetRequiredService<Calls>().TellClosed(http, closed, ownersOnly)
                : answer;
        });
        return calls;
    }
}
