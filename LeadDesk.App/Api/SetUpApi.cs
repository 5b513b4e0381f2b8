using System.Text;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;

namespace LeadDesk.App.Api;

/// <summary>The set-up: lanes to read, the floor file to read and to apply.</summary>
internal static class SetUpApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/lanes", Lanes).RequireAuthorization(Policies.Person).WithName("Lanes");
        api.MapGet("/floor-file", static (FloorSetUp setUp) => Results.Text(setUp.Export(), "application/json")).RequireAuthorization(Policies.Admins).WithName("ExportFloorFile");
        api.MapPut("/floor-file", ApplyAsync).RequireAuthorization(Policies.Admins).WithName("ApplyFloorFile");
    }

    private static IResult Lanes(Calls calls)
    {
        var plan = calls.Floor.Plan;
        var lanes = JsonNode.Parse(FloorFile.Write(plan.Plan, []))!["lanes"]!.AsArray();
        foreach (var lane in lanes)
        {
            lane!["version"] = plan.Find(lane["key"]!.GetValue<string>())!.Lane.Version;
        }

        return Results.Json(new JsonObject { ["items"] = lanes.DeepClone(), ["next"] = null }, Json.Options);
    }

    private static async Task<IResult> ApplyAsync(HttpContext http, FloorSetUp setUp)
    {
        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Problem is { } problem)
        {
            return Problems.Of(http, problem.Status, problem.Code, problem.Detail);
        }

        var (errors, trouble) = await setUp.ApplyAsync(Encoding.UTF8.GetString(body.Raw.Span), Calls.ActorOf(http), http.RequestAborted);
        return errors is not null ? Problems.Fields(http, errors)
            : trouble is not null ? Problems.Of(http, 503, "retry", trouble)
            : Results.Text(setUp.Export(), "application/json");
    }
}
