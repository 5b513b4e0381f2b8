using LeadDesk.App.Account;
using LeadDesk.App.Wall;

namespace LeadDesk.App.Api;

/// <summary>Links that show the floor's counts on a screen: made and taken back by managers, told once, kept as a hash.</summary>
internal static class WallApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var walls = api.MapGroup("/walls").RequireAuthorization(Policies.Managers);
        walls.MapGet("", ListAsync).WithName("Walls");
        walls.MapPost("", MakeAsync).WithName("MakeWall").Accepts<Shapes.WallBody>("application/json");
        walls.MapDelete("/{id:guid}", RevokeAsync).WithName("RevokeWall");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Tokens tokens)
    {
        var rows = await tokens.ScreensAsync(http.RequestAborted);
        return Results.Json(new { items = rows.Select(t => new { id = t.Id, name = t.Name, createdAt = t.CreatedAt, lastUsedAt = t.LastUsedAt }), next = (string?)null }, Json.Options);
    }

    /// <summary>Answers the token and the path of the page once.</summary>
    private static async Task<IResult> MakeAsync(HttpContext http, Calls calls, Walls walls)
    {
        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Problem is { } problem)
        {
            return Problems.Of(http, problem.Status, problem.Code, problem.Detail);
        }

        var errors = new FieldErrors();
        var fields = Fields.Over(body.Json!.Value, errors);
        var name = fields.Text("name", Walls.LongestName, required: true);
        fields.RefuseUnknown();
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var (answer, made) = await walls.HangAsync(Calls.ActorOf(http), name!.Trim(), http.RequestAborted);
        return calls.Tell(http, answer, _ => Results.Json(new { id = made!.Id, name = name.Trim(), token = made.Token, path = Walls.PathOf(made.Token) }, Json.Options, statusCode: 201));
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext http, Calls calls, Walls walls) =>
        await walls.TakeDownAsync(Calls.ActorOf(http), id, http.RequestAborted) is { } answer
            ? calls.Tell(http, answer, static _ => Results.NoContent())
            : Problems.Of(http, 404, "unknown", "There is no such wallboard link.");
}
