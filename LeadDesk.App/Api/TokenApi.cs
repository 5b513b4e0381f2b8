using LeadDesk.App.Account;

namespace LeadDesk.App.Api;

/// <summary>Tokens for programs: a person makes their own; an admin makes them for anybody and for sources. Shown once, kept as a hash.</summary>
internal static class TokenApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/tokens").RequireAuthorization(Policies.Person);
        tokens.MapGet("", ListAsync).WithName("Tokens");
        tokens.MapPost("", MakeAsync).WithName("MakeToken").Accepts<Shapes.TokenBody>("application/json");
        tokens.MapDelete("/{id:guid}", RevokeAsync).WithName("RevokeToken");
    }

    private static async Task<IResult> ListAsync(HttpContext http, Calls calls, Tokens tokens, Guid? person = null, string? source = null)
    {
        var me = calls.Floor.Person(Calls.Viewer(http));
        var whose = source is null ? person ?? me.Id : (Guid?)null;
        if ((whose != me.Id || source is not null) && !IsAdmin(me))
        {
            return Forbidden(http);
        }

        var rows = await tokens.ListAsync(whose, source, http.RequestAborted);
        return Results.Json(new { items = rows.Select(t => new { id = t.Id, name = t.Name, createdAt = t.CreatedAt, lastUsedAt = t.LastUsedAt, revokedAt = t.RevokedAt }), next = (string?)null }, Json.Options);
    }

    private static async Task<IResult> MakeAsync(HttpContext http, Calls calls, Tokens tokens)
    {
        var me = calls.Floor.Person(Calls.Viewer(http));

        // A screen's link stands in an address; whoever reads it there must not make others from it that outlive it.
        if (me.Terms.Role == Domain.Floor.Role.Wallboard)
        {
            return Problems.Of(http, 403, "forbidden", "A screen on the wall makes no tokens.");
        }

        // A PIN is good for a working day on one shared device; a token would outlive both.
        if (Session.Of(http.User)?.Device is not null)
        {
            return Problems.Of(http, 403, "forbidden", "Sign in with your password on your own device to make a token.");
        }

        var body = await BodyReader.ParseAsync(http.Request, cancel: http.RequestAborted);
        if (body.Problem is { } problem)
        {
            return Problems.Of(http, problem.Status, problem.Code, problem.Detail);
        }

        var errors = new FieldErrors();
        var fields = Fields.Over(body.Json!.Value, errors);
        var (name, person, source) = (fields.Text("name", 200, required: true), fields.Id("person"), fields.Text("source", 64));

        // Who may not make it learns neither which people nor which sources there are.
        if ((source is not null || (person is not null && person != me.Id)) && !IsAdmin(me))
        {
            return Forbidden(http);
        }

        if (person is not null && source is not null)
        {
            fields.Wrong("source", "A token is a person's or a source's: name one of them.");
        }

        if (person is { } id && calls.Floor.FindPerson(id) is null)
        {
            fields.Wrong("person", "Nobody here has this id.");
        }

        if (source is not null && calls.Floor.Plan.Plan.Sources.All(s => s.Key != source))
        {
            fields.Wrong("source", "must be the key of a source: " + string.Join(", ", calls.Floor.Plan.Plan.Sources.Select(s => s.Key)));
        }

        fields.RefuseUnknown();
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        var made = source is null ? await tokens.MakeAsync(person ?? me.Id, name!) : await tokens.MakeForSourceAsync(source, name!);
        return Results.Json(new { id = made.Id, token = made.Token, name }, Json.Options, statusCode: 201);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext http, Calls calls, Tokens tokens)
    {
        var me = calls.Floor.Person(Calls.Viewer(http));
        var mine = (await tokens.ListAsync(me.Id, null, http.RequestAborted)).Any(t => t.Id == id);
        return (mine || IsAdmin(me)) && await tokens.RevokeAsync(id) ? Results.NoContent() : Problems.Of(http, 404, "unknown", "There is no such token, or it is not yours.");
    }

    private static bool IsAdmin(Domain.Floor.Rep person) => person.Terms.Role == Domain.Floor.Role.Admin;

    private static IResult Forbidden(HttpContext http) => Problems.Of(http, 403, "forbidden", "Only an admin makes or lists tokens of others and of sources.");
}
