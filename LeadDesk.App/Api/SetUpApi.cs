using System.Text;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;

namespace LeadDesk.App.Api;

/// <summary>The set-up: the floor file to read and to apply.</summary>
internal static class SetUpApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/floor-file", static (FloorSetUp setUp) => Results.Text(setUp.Export(), "application/json")).RequireAuthorization(Policies.Admins).WithName("ExportFloorFile");
        api.MapPut("/floor-file", ApplyAsync).RequireAuthorization(Policies.Admins).WithName("ApplyFloorFile");
    }

    private static async Task<IResult> ApplyAsync(HttpContext http, FloorSetUp setUp)
    {
        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Problem is { } problem)
        {
            return Problems.Of(http, problem.Status, problem.Code, problem.Detail);
        }

        var put = await setUp.ApplyAsync(Encoding.UTF8.GetString(body.Raw.Span), Calls.ActorOf(http), http.RequestAborted);
        return put.Errors is { } errors ? Problems.Fields(http, errors)
            : put.Problem is { } trouble ? Problems.Of(http, 503, "retry", trouble)
            : Results.Text(setUp.Export(), "application/json");
    }
}
